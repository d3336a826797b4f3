import{$ as e,B as t,G as n,H as r,M as i,P as a,S as o,U as s,W as c,X as l,b as u,bt as d,ct as f,f as p,ft as m,g as h,ht as g,k as _,l as v,lt as y,o as b,p as x,s as S,tt as C,ut as w,v as T,w as E,y as D,yt as O,z as k}from"./panel-BrGM7fj9.js";var A=class{constructor(e,t,n=()=>[]){this.host=e,this.ask=t,this.args=n,this.state={kind:`loading`},this.generation=0,this.question=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostUpdate(){let e=this.args(),{session:t}=this.host;if(t===void 0||e===void 0)return;let n=JSON.stringify(e);if(n===this.asked&&t.generation===this.generation)return;let r=n!==this.asked;this.asked=n,this.generation=t.generation,this.load(e,r)}async reload(){let e=this.args();e!==void 0&&await this.load(e,this.state.kind!==`ready`)}async load(e,t){let{session:n}=this.host;if(n===void 0)return;let r=++this.question;t&&this.show({kind:`loading`});let i;try{i={kind:`ready`,value:await this.ask(n,...e)}}catch(e){i={kind:`failed`,error:v.from(e)}}r===this.question&&this.show(i)}show(e){this.state=e,this.host.requestUpdate()}},j=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.told=n,this.args=r,e.addController(this)}hostUpdate(){let{session:e}=this.host;e!==void 0&&this.end===void 0&&(this.end=e.client.follow(this.type,this.args(),this.told).catch(e=>{this.error=v.from(e),this.host.requestUpdate()}))}hostDisconnected(){this.end?.then(e=>e?.()),this.end=void 0}},M={satellite:m,sandbox:l,this_machine:y,home_network:n,internet:a,unknown:e},N={enforced:l,observed:t,declared:w,unknown:c},P={microphone:C,wake_word:k,speech_to_text:g,agent:f,text_to_speech:O,storage:s,household_member:D,recipient:r,reviewer:k},F={answered:E,not_understood:c,false_wake:d,failed:u,cancelled:i,blocked:o,unseen:c,open:_};function I(e){return e===`internet`||e===`unknown`}var L=T`
  :host {
    display: inline-flex;
    vertical-align: middle;
  }
  span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: 0.875rem;
  }
`,R=class extends b{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...b.styles,L,T`
      .satellite,
      .sandbox,
      .this_machine {
        color: var(--es-inside);
      }
      .home_network {
        color: var(--es-network);
      }
      .internet {
        color: var(--es-outside);
      }
      .unknown {
        color: var(--es-unknown);
      }
    `]}render(){return h`<span class=${this.place}>
      <earshot-icon .path=${M[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`}};S([p()],R.prototype,`place`,void 0),R=S([x(`earshot-place`)],R);var z=class extends b{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...b.styles,L]}render(){return h`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${N[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};S([p()],z.prototype,`evidence`,void 0),z=S([x(`earshot-evidence`)],z);var B=class extends b{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...b.styles,L]}render(){let e=this.outcome??`open`;return h`<span>
      <earshot-icon .path=${F[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};S([p({attribute:!1})],B.prototype,`outcome`,void 0),B=S([x(`earshot-outcome`)],B);export{A as i,I as n,j as r,P as t};