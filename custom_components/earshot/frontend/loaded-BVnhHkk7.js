import{A as e,D as t,Gt as n,Kt as r,N as i,O as a,Q as o,Qt as s,W as c,Xt as l,Y as u,cn as d,f,gt as p,h as m,ht as h,jt as g,kt as _,ot as v,p as y,pt as b,sn as x,tn as S,ut as C,v as w,w as T,wt as E,y as D,yt as O,z as k}from"./session-keeper-65kV9wXz.js";var A={satellite:s,sandbox:E,this_machine:r,home_network:O,internet:o,unknown:_},j={enforced:E,observed:C,declared:l,unknown:p},M={microphone:g,wake_word:v,speech_to_text:S,agent:n,text_to_speech:x,storage:h,household_member:a,recipient:b,reviewer:v},N={answered:k,not_understood:p,false_wake:d,failed:e,cancelled:u,blocked:i,unseen:p,open:c};function P(e){return e===`internet`||e===`unknown`}var F=t`
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
`,I=class extends f{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...f.styles,F,t`
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
    `]}render(){return T`<span class=${this.place}>
      <earshot-icon .path=${A[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`}};y([w()],I.prototype,`place`,void 0),I=y([D(`earshot-place`)],I);var L=class extends f{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...f.styles,F]}render(){return T`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${j[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};y([w()],L.prototype,`evidence`,void 0),L=y([D(`earshot-evidence`)],L);var R=class extends f{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...f.styles,F]}render(){let e=this.outcome??`open`;return T`<span>
      <earshot-icon .path=${N[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};y([w({attribute:!1})],R.prototype,`outcome`,void 0),R=y([D(`earshot-outcome`)],R);var z=class{constructor(e,t,n=()=>[]){this.host=e,this.ask=t,this.args=n,this.state={kind:`loading`},this.generation=0,this.question=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostUpdate(){let e=this.args(),{session:t}=this.host;if(t===void 0||e===void 0)return;let n=JSON.stringify(e);if(n===this.asked&&t.generation===this.generation)return;let r=n!==this.asked;this.asked=n,this.generation=t.generation,this.load(e,r)}async reload(){let e=this.args();e!==void 0&&await this.load(e,this.state.kind!==`ready`)}async load(e,t){let{session:n}=this.host;if(n===void 0)return;let r=++this.question;t&&this.show({kind:`loading`});let i;try{i={kind:`ready`,value:await this.ask(n,...e)}}catch(e){i={kind:`failed`,error:m.from(e)}}r===this.question&&this.show(i)}show(e){this.state=e,this.host.requestUpdate()}},B=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.told=n,this.args=r,e.addController(this)}hostUpdate(){let{session:e}=this.host;e!==void 0&&this.end===void 0&&(this.end=e.client.follow(this.type,this.args(),this.told).catch(e=>{this.error=m.from(e),this.host.requestUpdate()}))}hostDisconnected(){this.end?.then(e=>e?.()),this.end=void 0}};export{P as a,A as i,z as n,M as r,B as t};