import{A as e,Bt as t,D as n,Ft as r,Gt as i,Ht as a,It as o,J as s,N as c,O as l,St as u,W as d,Xt as f,Z as p,Zt as m,_t as h,ct as g,dt as _,f as v,ft as y,h as b,it as x,ot as S,p as C,ut as w,v as T,w as E,wt as D,y as O,z as k}from"./session-keeper-CrvY1SiX.js";var A={satellite:a,sandbox:h,this_machine:o,home_network:y,internet:p,unknown:u},j={enforced:h,observed:S,declared:t,unknown:_},M={microphone:D,wake_word:x,speech_to_text:i,agent:r,text_to_speech:f,storage:w,household_member:l,recipient:g,reviewer:x},N={answered:k,not_understood:_,false_wake:m,failed:e,cancelled:s,blocked:c,unseen:_,open:d};function P(e){return e===`internet`||e===`unknown`}var F=n`
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
`,I=class extends v{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...v.styles,F,n`
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
    `]}render(){return E`<span class=${this.place}>
      <earshot-icon .path=${A[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`}};C([T()],I.prototype,`place`,void 0),I=C([O(`earshot-place`)],I);var L=class extends v{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...v.styles,F]}render(){return E`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${j[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};C([T()],L.prototype,`evidence`,void 0),L=C([O(`earshot-evidence`)],L);var R=class extends v{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...v.styles,F]}render(){let e=this.outcome??`open`;return E`<span>
      <earshot-icon .path=${N[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};C([T({attribute:!1})],R.prototype,`outcome`,void 0),R=C([O(`earshot-outcome`)],R);var z=class{constructor(e,t,n=()=>[]){this.host=e,this.ask=t,this.args=n,this.state={kind:`loading`},this.generation=0,this.question=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostUpdate(){let e=this.args(),{session:t}=this.host;if(t===void 0||e===void 0)return;let n=JSON.stringify(e);if(n===this.asked&&t.generation===this.generation)return;let r=n!==this.asked;this.asked=n,this.generation=t.generation,this.load(e,r)}async reload(){let e=this.args();e!==void 0&&await this.load(e,this.state.kind!==`ready`)}async load(e,t){let{session:n}=this.host;if(n===void 0)return;let r=++this.question;t&&this.show({kind:`loading`});let i;try{i={kind:`ready`,value:await this.ask(n,...e)}}catch(e){i={kind:`failed`,error:b.from(e)}}r===this.question&&this.show(i)}show(e){this.state=e,this.host.requestUpdate()}},B=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.told=n,this.args=r,e.addController(this)}hostUpdate(){let{session:e}=this.host;e!==void 0&&this.end===void 0&&(this.end=e.client.follow(this.type,this.args(),this.told).catch(e=>{this.error=b.from(e),this.host.requestUpdate()}))}hostDisconnected(){this.end?.then(e=>e?.()),this.end=void 0}};export{P as i,z as n,M as r,B as t};