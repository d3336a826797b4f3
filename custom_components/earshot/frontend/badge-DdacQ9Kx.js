import{C as e,E as t,G as n,H as r,I as i,K as a,P as o,Q as s,Tt as c,V as l,W as u,_t as d,bt as f,f as p,g as m,ht as h,j as g,l as _,mt as v,o as y,p as b,pt as x,q as S,rt as C,s as w,tt as T,v as E,wt as D,x as O,y as k}from"./panel-aYI21WVJ.js";var A=class{constructor(e,t,n=()=>[]){this.host=e,this.ask=t,this.args=n,this.state={kind:`loading`},this.generation=0,this.question=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostUpdate(){let e=this.args(),{session:t}=this.host;if(t===void 0||e===void 0)return;let n=JSON.stringify(e);if(n===this.asked&&t.generation===this.generation)return;let r=n!==this.asked;this.asked=n,this.generation=t.generation,this.load(e,r)}async reload(){let e=this.args();e!==void 0&&await this.load(e,this.state.kind!==`ready`)}async load(e,t){let{session:n}=this.host;if(n===void 0)return;let r=++this.question;t&&this.show({kind:`loading`});let i;try{i={kind:`ready`,value:await this.ask(n,...e)}}catch(e){i={kind:`failed`,error:_.from(e)}}r===this.question&&this.show(i)}show(e){this.state=e,this.host.requestUpdate()}},j=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.told=n,this.args=r,e.addController(this)}hostUpdate(){let{session:e}=this.host;e!==void 0&&this.end===void 0&&(this.end=e.client.follow(this.type,this.args(),this.told).catch(e=>{this.error=_.from(e),this.host.requestUpdate()}))}hostDisconnected(){this.end?.then(e=>e?.()),this.end=void 0}},M={satellite:d,sandbox:s,this_machine:v,home_network:S,internet:i,unknown:T},N={enforced:s,observed:r,declared:h,unknown:a},P={microphone:C,wake_word:l,speech_to_text:f,agent:x,text_to_speech:D,storage:n,household_member:k,recipient:u,reviewer:l},F={answered:t,not_understood:a,false_wake:c,failed:O,cancelled:o,blocked:e,unseen:a,open:g};function I(e){return e===`internet`||e===`unknown`}var L=E`
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
`,R=class extends y{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...y.styles,L,E`
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
    `]}render(){return m`<span class=${this.place}>
      <earshot-icon .path=${M[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`}};w([p()],R.prototype,`place`,void 0),R=w([b(`earshot-place`)],R);var z=class extends y{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...y.styles,L]}render(){return m`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${N[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};w([p()],z.prototype,`evidence`,void 0),z=w([b(`earshot-evidence`)],z);var B=class extends y{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...y.styles,L]}render(){let e=this.outcome??`open`;return m`<span>
      <earshot-icon .path=${F[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};w([p({attribute:!1})],B.prototype,`outcome`,void 0),B=w([b(`earshot-outcome`)],B);export{A as i,I as n,j as r,P as t};