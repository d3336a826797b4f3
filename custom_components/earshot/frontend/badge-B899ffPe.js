import{C as e,H as t,N as n,O as r,Q as i,R as a,S as o,U as s,V as c,W as l,Y as u,_t as d,b as f,ct as p,et as m,f as h,g,j as _,l as v,o as y,ot as b,p as x,pt as S,s as C,st as w,ut as T,v as E,vt as D,y as O,z as k}from"./panel-CGZMUq9E.js";var A=class{constructor(e,t,n=()=>[]){this.host=e,this.ask=t,this.args=n,this.state={kind:`loading`},this.generation=0,this.question=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostUpdate(){let e=this.args(),{session:t}=this.host;if(t===void 0||e===void 0)return;let n=JSON.stringify(e);if(n===this.asked&&t.generation===this.generation)return;let r=n!==this.asked;this.asked=n,this.generation=t.generation,this.load(e,r)}async reload(){let e=this.args();e!==void 0&&await this.load(e,this.state.kind!==`ready`)}async load(e,t){let{session:n}=this.host;if(n===void 0)return;let r=++this.question;t&&this.show({kind:`loading`});let i;try{i={kind:`ready`,value:await this.ask(n,...e)}}catch(e){i={kind:`failed`,error:v.from(e)}}r===this.question&&this.show(i)}show(e){this.state=e,this.host.requestUpdate()}},j=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.told=n,this.args=r,e.addController(this)}hostUpdate(){let{session:e}=this.host;e!==void 0&&this.end===void 0&&(this.end=e.client.follow(this.type,this.args(),this.told).catch(e=>{this.error=v.from(e),this.host.requestUpdate()}))}hostDisconnected(){this.end?.then(e=>e?.()),this.end=void 0}},M={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},N=e=>(...t)=>({_$litDirective$:e,values:t}),P=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},F={satellite:T,sandbox:u,this_machine:w,home_network:l,internet:n,unknown:i},I={enforced:u,observed:k,declared:p,unknown:s},L={microphone:m,wake_word:a,speech_to_text:S,agent:b,text_to_speech:d,storage:t,household_member:O,recipient:c,reviewer:a},R={answered:e,not_understood:s,false_wake:D,failed:f,cancelled:_,blocked:o,unseen:s,open:r};function z(e){return e===`internet`||e===`unknown`}var B=E`
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
`,V=class extends y{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...y.styles,B,E`
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
    `]}render(){return g`<span class=${this.place}>
      <earshot-icon .path=${F[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`}};C([h()],V.prototype,`place`,void 0),V=C([x(`earshot-place`)],V);var H=class extends y{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...y.styles,B]}render(){return g`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${I[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};C([h()],H.prototype,`evidence`,void 0),H=C([x(`earshot-evidence`)],H);var U=class extends y{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...y.styles,B]}render(){let e=this.outcome??`open`;return g`<span>
      <earshot-icon .path=${R[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};C([h({attribute:!1})],U.prototype,`outcome`,void 0),U=C([x(`earshot-outcome`)],U);export{M as a,P as i,z as n,j as o,N as r,A as s,L as t};