import{$ as e,At as t,B as n,Lt as r,Nt as i,Ot as a,P as o,R as s,Rt as c,Tt as l,Y as u,Z as d,dt as f,et as p,f as m,g as h,k as g,l as _,o as v,ot as y,p as b,pt as x,q as S,s as C,tt as w,v as T,w as E,wt as D,x as O,y as k}from"./panel-CEyZt0z-.js";var A=class{constructor(e,t,n=()=>[]){this.host=e,this.ask=t,this.args=n,this.state={kind:`loading`},this.generation=0,this.question=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostUpdate(){let e=this.args(),{session:t}=this.host;if(t===void 0||e===void 0)return;let n=JSON.stringify(e);if(n===this.asked&&t.generation===this.generation)return;let r=n!==this.asked;this.asked=n,this.generation=t.generation,this.load(e,r)}async reload(){let e=this.args();e!==void 0&&await this.load(e,this.state.kind!==`ready`)}async load(e,t){let{session:n}=this.host;if(n===void 0)return;let r=++this.question;t&&this.show({kind:`loading`});let i;try{i={kind:`ready`,value:await this.ask(n,...e)}}catch(e){i={kind:`failed`,error:_.from(e)}}r===this.question&&this.show(i)}show(e){this.state=e,this.host.requestUpdate()}},j=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.told=n,this.args=r,e.addController(this)}hostUpdate(){let{session:e}=this.host;e!==void 0&&this.end===void 0&&(this.end=e.client.follow(this.type,this.args(),this.told).catch(e=>{this.error=_.from(e),this.host.requestUpdate()}))}hostDisconnected(){this.end?.then(e=>e?.()),this.end=void 0}},M={satellite:t,sandbox:y,this_machine:l,home_network:w,internet:n,unknown:f},N={enforced:y,observed:u,declared:a,unknown:p},P={microphone:x,wake_word:S,speech_to_text:i,agent:D,text_to_speech:r,storage:e,household_member:k,recipient:d,reviewer:S},F={answered:g,not_understood:p,false_wake:c,failed:O,cancelled:s,blocked:E,unseen:p,open:o};function I(e){return e===`internet`||e===`unknown`}var L=T`
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
`,R=class extends v{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...v.styles,L,T`
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
    </span>`}};C([m()],R.prototype,`place`,void 0),R=C([b(`earshot-place`)],R);var z=class extends v{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...v.styles,L]}render(){return h`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${N[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};C([m()],z.prototype,`evidence`,void 0),z=C([b(`earshot-evidence`)],z);var B=class extends v{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...v.styles,L]}render(){let e=this.outcome??`open`;return h`<span>
      <earshot-icon .path=${F[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};C([m({attribute:!1})],B.prototype,`outcome`,void 0),B=C([b(`earshot-outcome`)],B);export{A as i,I as n,j as r,P as t};