import{A as e,B as t,C as n,D as r,E as i,F as a,G as o,H as s,I as ee,J as c,K as te,L as ne,M as re,N as l,O as ie,P as ae,R as oe,S as se,T as ce,U as le,V as ue,W as de,X as u,Y as fe,_ as d,a as f,b as pe,c as p,d as m,f as h,g as me,h as g,i as he,j as ge,k as _,l as v,m as y,n as b,o as x,p as S,q as _e,r as ve,s as ye,t as C,u as w,v as be,w as xe,x as Se,y as Ce,z as T}from"./panel-WL9Psbpk.js";import{t as E}from"./page-CvykuqIH.js";var we=class{constructor(e,t,n=()=>[]){this.host=e,this.ask=t,this.args=n,this.state={kind:`loading`},this.generation=0,this.question=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostUpdate(){let e=this.args(),{session:t}=this.host;if(t===void 0||e===void 0)return;let n=JSON.stringify(e);if(n===this.asked&&t.generation===this.generation)return;let r=n!==this.asked;this.asked=n,this.generation=t.generation,this.load(e,r)}async reload(){let e=this.args();e!==void 0&&await this.load(e,this.state.kind!==`ready`)}async load(e,t){let{session:n}=this.host;if(n===void 0)return;let r=++this.question;t&&this.show({kind:`loading`});let i;try{i={kind:`ready`,value:await this.ask(n,...e)}}catch(e){i={kind:`failed`,error:p.from(e)}}r===this.question&&this.show(i)}show(e){this.state=e,this.host.requestUpdate()}},Te=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.told=n,this.args=r,e.addController(this)}hostUpdate(){let{session:e}=this.host;e!==void 0&&this.end===void 0&&(this.end=e.client.follow(this.type,this.args(),this.told).catch(e=>{this.error=p.from(e),this.host.requestUpdate()}))}hostDisconnected(){this.end?.then(e=>e?.()),this.end=void 0}},D=class extends f{constructor(...e){super(...e),this.heading=``,this.open=!1}static{this.styles=[...f.styles,d`
      dialog {
        width: min(560px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 24px;
        border: none;
        border-radius: 24px;
        background: var(--card-background-color);
        color: var(--primary-text-color);
        overflow: auto;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }
      h2 {
        margin-bottom: 16px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 24px;
      }
    `]}updated(e){e.has(`open`)&&this.dialog!==null&&(this.open&&!this.dialog.open&&this.dialog.showModal(),!this.open&&this.dialog.open&&this.dialog.close())}render(){return g`<dialog aria-labelledby="heading" @close=${this.closed}>
      <h2 id="heading">${this.heading}</h2>
      <slot></slot>
      <div class="actions"><slot name="actions"></slot></div>
    </dialog>`}closed(){this.open=!1,this.dispatchEvent(new CustomEvent(`closed`))}};x([m()],D.prototype,`heading`,void 0),x([m({type:Boolean,reflect:!0})],D.prototype,`open`,void 0),x([v(`dialog`)],D.prototype,`dialog`,void 0),D=x([h(`earshot-dialog`)],D);var O=class extends f{constructor(...e){super(...e),this.question=void 0,this.open=!1}ask(e){return this.question=e,this.open=!0,new Promise(e=>{this.answer=e})}render(){let{question:e}=this;return e===void 0?S:g`<earshot-dialog heading=${e.heading} ?open=${this.open} @closed=${()=>this.say(!1)}>
      <p>${e.text}</p>
      <button slot="actions" @click=${()=>this.say(!1)}>${this.t(`ui.cancel`)}</button>
      <button slot="actions" class=${e.danger?`filled danger`:`filled`} @click=${()=>this.say(!0)}>
        ${e.action}
      </button>
    </earshot-dialog>`}say(e){this.open=!1,this.answer?.(e),this.answer=void 0}};x([m({attribute:!1})],O.prototype,`question`,void 0),x([w()],O.prototype,`open`,void 0),O=x([h(`earshot-confirm`)],O);var k={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ee=e=>(...t)=>({_$litDirective$:e,values:t}),De=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Oe}=me,ke=e=>e.strings===void 0,Ae={},je=(e,t=Ae)=>e._$AH=t,Me=Ee(class extends De{constructor(e){if(super(e),e.type!==k.PROPERTY&&e.type!==k.ATTRIBUTE&&e.type!==k.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ke(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===y||t===S)return t;let n=e.element,r=e.name;if(e.type===k.PROPERTY){if(t===n[r])return y}else if(e.type===k.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return y}else if(e.type===k.ATTRIBUTE&&n.getAttribute(r)===t+``)return y;return je(e),t}}),A=[`sound`,`words`,`response`],Ne=[`sound`,`words`],Pe=[`internet`,`home_network`,`this_machine`],j=[`local_only`,`ask`,`warn`,`allow`],M=3600,N=86400,Fe=[0,M,N,7*N,30*N,365*N],Ie=[null,900,M,4*M,10*M],P=class{constructor(e,t){this.told=e,this.satellite=t,this.own=e.satellites.find(e=>e.satellite===t)}period(e){return this.satellite===null?this.told.house.retention[e]:this.own?.retention[e]??null}kept(e){return this.silence===null?this.standing(e):0}standing(e){return this.period(e)??this.housePeriod(e)}housePeriod(e){return this.told.house.retention[e]}get silence(){return this.ownSilence??this.told.house.off_the_record}get ownSilence(){return this.satellite===null?this.told.house.off_the_record:this.own?.off_the_record??null}get shared(){return this.satellite===null?this.houseShares:this.own?.share_with_household.shared??null}get houseShares(){return this.told.house.share_with_household.shared===!0}get sharedSince(){return(this.own??this.told.house).share_with_household.since}rule(e,t){return(this.satellite===null?this.told.house.rules:this.own?.rules)?.[e]?.places[t]??null}houseRule(e,t){return this.told.house.rules[e]?.places[t]??null}engineRules(e){let t=this.satellite===null?this.told.house.rules:this.own?.rules;return Object.entries(t?.[e]?.engines??{}).sort(([e],[t])=>e.localeCompare(t))}periods(e){return[...new Set([...Fe,this.standing(e)])].sort((e,t)=>e-t)}},F=class extends f{constructor(...e){super(...e),this.satellite=null,this.told=void 0,this.busy=!1}static{this.styles=[...f.styles,d`
      :host {
        display: grid;
        gap: 24px;
        grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
        align-items: start;
      }
      fieldset {
        display: grid;
        gap: 12px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: none;
      }
      legend {
        margin-bottom: 8px;
        padding: 0;
        font-weight: 500;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 0.875rem;
        color: var(--es-muted);
      }
      select {
        width: 100%;
        font-size: 1rem;
      }
    `]}render(){if(this.told===void 0)return S;let e=new P(this.told,this.satellite);return g`
      <fieldset ?disabled=${this.busy}>
        <legend>${this.t(`satellites.kept.title`)}</legend>
        ${A.map(t=>this.period(e,t))}
        <p class="muted small">${this.t(`satellites.kept.shorter`)}</p>
      </fieldset>
      ${Ne.map(t=>this.rules(e,t))} ${this.sharing(e)}
    `}period(e,t){let n=e.period(t),r=this.t(`satellites.as_the_house`,{value:I(e.housePeriod(t),this.t)}),i=e.periods(t).map(e=>({value:String(e),text:I(e,this.t)}));return this.choice(this.t(`words.content.${t}`),e.satellite===null?i:[{value:``,text:r},...i],n===null?``:String(n),n=>this.ask(`earshot/settings/set_retention`,{satellite:e.satellite,content:t,keep_for:n===``?null:Number(n)}))}sharing(e){let t=e=>this.t(e?`satellites.share.yes`:`satellites.share.no`),n=this.t(`satellites.as_the_house`,{value:t(e.houseShares)}),r=[!1,!0].map(e=>({value:String(e),text:t(e)})),i=e.sharedSince;return g`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.share.title`)}</legend>
      ${this.choice(this.t(`satellites.share.who`),e.satellite===null?r:[{value:``,text:n},...r],e.shared===null?``:String(e.shared),t=>this.ask(`earshot/settings/share`,{satellite:e.satellite,shared:t===``?null:t===`true`}))}
      <p class="muted small">
        ${i===null?this.t(`satellites.share.hint`):this.t(`satellites.share.since`,{since:this.session?.format.moment(i)??``})}
      </p>
    </fieldset>`}rules(e,t){return g`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.rules.${t}`)}</legend>
      ${Pe.map(n=>this.zone(e,t,n))}
      ${e.engineRules(t).map(([e,n])=>this.engine(t,e,n))}
    </fieldset>`}zone(e,t,n){let r=e.houseRule(t,n),i=this.t(`satellites.as_the_house`,{value:this.ruleText(r)}),a=e.rule(t,n),o={value:``,text:e.satellite===null?this.ruleText(null):i},s=j.map(e=>({value:e,text:this.ruleText(e)}));return this.choice(this.t(`satellites.zone.${n}`),e.satellite===null&&a!==null?s:[o,...s],a??``,r=>this.ask(`earshot/settings/set_rule`,{satellite:e.satellite,content:t,target:n,rule:Le(r)}))}engine(e,t,n){let r={value:``,text:this.t(this.satellite===null?`satellites.as_its_place`:`satellites.no_own_rule`)},i=j.map(e=>({value:e,text:this.ruleText(e)})),{friendly_name:a}=this.session?.hass().states[t]?.attributes??{};return this.choice(typeof a==`string`?a:t,[r,...i],n,n=>this.ask(`earshot/settings/set_rule`,{satellite:this.satellite,content:e,target:t,rule:Le(n)}))}choice(e,t,n,r){return g`<label>
      ${e}
      <select @change=${e=>r(e.target.value)}>
        ${t.map(({value:e,text:t})=>g`<option value=${e} .selected=${Me(e===n)}>${t}</option>`)}
      </select>
    </label>`}ruleText(e){return this.t(`satellites.rule.${e??`none`}`)}async ask(e,t){this.busy=!0,await Re(this,e,t),this.busy=!1}};x([m({attribute:!1})],F.prototype,`satellite`,void 0),x([m({attribute:!1})],F.prototype,`told`,void 0),x([w()],F.prototype,`busy`,void 0),F=x([h(`earshot-privacy-settings`)],F);function I(e,t){return e===0?t(`satellites.period.nothing`):e%86400==0?t(`satellites.period.days`,{count:e/86400}):e%3600==0?t(`satellites.period.hours`,{count:e/3600}):t(`satellites.period.minutes`,{count:Math.round(e/60)})}function Le(e){return j.find(t=>t===e)??null}async function Re(e,t,n){let{session:r}=e;if(r!==void 0)try{await r.client.ask(t,n)}catch(t){C(e,{text:b(p.from(t),r.localize),seconds:10})}}var L=class extends f{constructor(...e){super(...e),this.satellite=null,this.told=void 0,this.mayChange=!1,this.busy=!1}static{this.styles=[...f.styles,d`
      :host {
        display: block;
      }
      .off {
        color: var(--es-unknown);
        font-weight: 500;
      }
      select {
        max-width: 100%;
      }
    `]}render(){if(this.told===void 0)return S;let e=new P(this.told,this.satellite),{silence:t}=e;return t===null?this.mayChange?this.on():S:this.off(t,e.ownSilence!==null)}off(e,t){return g`<div class="row wrap">
      <span class="row off" role="status"><earshot-icon .path=${ge}></earshot-icon>${this.since(e,t)}</span>
      ${t&&this.mayChange?g`<button ?disabled=${this.busy} @click=${()=>this.ask(`earshot/settings/on_the_record`,{satellite:this.satellite})}>
              ${this.t(`satellites.off.end`)}
            </button>`:S}
    </div>`}since({until:e},t){let n=this.session?.format;if(!t)return this.t(`satellites.off.house`);if(e===null||n===void 0)return this.t(`satellites.off.open`);let r=n.isoDay(e)===n.isoDay(new Date);return this.t(`satellites.off.until`,{until:r?n.time(e):n.moment(e)})}on(){return g`<div class="row wrap">
      <button ?disabled=${this.busy} @click=${this.go}>
        <earshot-icon .path=${ge}></earshot-icon>${this.t(`satellites.off.begin`)}
      </button>
      <select aria-label=${this.t(`satellites.off.how_long`)} ?disabled=${this.busy}>
        ${Ie.map(e=>g`<option value=${e??``}>${this.length(e)}</option>`)}
      </select>
    </div>`}length(e){return e===null?this.t(`satellites.off.until_ended`):I(e,this.t)}go(){let e=Number(this.period?.value??0),t=e===0?null:new Date(Date.now()+e*1e3).toISOString();this.ask(`earshot/settings/off_the_record`,{satellite:this.satellite,until:t})}async ask(e,t){this.busy=!0,await Re(this,e,t),this.busy=!1}};x([m({attribute:!1})],L.prototype,`satellite`,void 0),x([m({attribute:!1})],L.prototype,`told`,void 0),x([m({type:Boolean,attribute:`may-change`})],L.prototype,`mayChange`,void 0),x([w()],L.prototype,`busy`,void 0),x([v(`select`)],L.prototype,`period`,void 0),L=x([h(`earshot-off-record`)],L);var ze=d`
  .switch {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    cursor: pointer;
  }
  .switch input {
    flex: none;
    appearance: none;
    width: 40px;
    height: 24px;
    margin: 0;
    padding: 0;
    border: 2px solid var(--es-outline);
    border-radius: 12px;
    background: transparent;
    cursor: pointer;
    transition: background-color 0.15s;
  }
  .switch input::before {
    content: "";
    display: block;
    width: 12px;
    height: 12px;
    margin: 4px;
    border-radius: 50%;
    background: var(--es-outline);
    transition: margin 0.15s;
  }
  .switch input:checked {
    border-color: var(--es-accent);
    background: var(--es-accent);
  }
  .switch input:checked::before {
    width: 16px;
    height: 16px;
    margin: 2px;
    margin-inline-start: 18px;
    background: var(--es-on-accent);
  }
  .switch input:disabled {
    opacity: 0.5;
    cursor: default;
  }
`,R=`config/config_entries/subentries/flow`,Be=class{constructor(e,t,n){this.session=e,this.told=t,this.failed=n,this.over=!1,this.asked=0}async begin(e,t){try{this.end=await this.session.client.follow(`subscribe_events`,{event_type:`data_entry_flow_progressed`},({data:{flow_id:e}})=>{e===this.flowId&&this.look()})}catch(e){this.failed(p.from(e));return}await this.ask(`POST`,R,{handler:[e,`satellite`],...t!==void 0&&{subentry_id:t}})}async answer(e){await this.ask(`POST`,this.path,e)}async look(){this.flowId!==void 0&&!this.over&&await this.ask(`GET`,this.path)}async stop(){let e=this.path,t=this.flowId!==void 0&&!this.over;await this.finish(),t&&await this.session.hass().callApi(`DELETE`,e).catch(()=>void 0)}stopAtOnce(){this.flowId===void 0||this.over||(this.over=!0,this.session.hass().fetchWithAuth(`/api/${this.path}`,{method:`DELETE`,keepalive:!0}))}get path(){return`${R}/${this.flowId??``}`}async ask(e,t,n){let r=++this.asked,i;try{i=await this.session.hass().callApi(e,t,n)}catch(e){r===this.asked&&this.failed(He(e));return}this.flowId=i.flow_id,(i.type===`create_entry`||i.type===`abort`)&&await this.finish(),r===this.asked&&this.told(i)}async finish(){this.over=!0;let{end:e}=this;this.end=void 0,await e?.()}};function z(e,t){let n=e.map(({name:e,default:n,selector:r})=>{let i=r?.select!==void 0&&!r.select.multiple&&B(r.select)[0]?.value;return[e,t[e]??n??i]});return Object.fromEntries(n)}function Ve(e,t){return e.every(({name:e,selector:n})=>{let{select:r}=n??{};if(r===void 0||r.multiple)return!1;let i=B(r);return e in t?i.some(n=>n.value===t[e]):i.length===1})}function B(e){return e.options.map(e=>typeof e==`string`?{value:e,label:e}:e)}function He({status_code:e}){return e===void 0?p.from({code:`connection_lost`}):p.from({code:{401:`unauthorized`,403:`unauthorized`,404:`flow_gone`}[e]??`unknown_error`})}var Ue=`component.earshot.config_subentries.satellite`,We=new Set([`listening`,`processing`,`responding`]),V=class extends f{constructor(...e){super(...e),this.open=!1,this.busy=!1,this.postures=[],this.entityId=null,this.leaving=()=>this.flow?.stopAtOnce()}static{this.styles=[...f.styles,ze,d`
      form,
      .text {
        display: grid;
        gap: 16px;
      }
      label.field {
        display: grid;
        gap: 4px;
      }
      .error {
        color: var(--es-danger);
      }
      .hint {
        margin-inline-start: 52px;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: none;
      }
      .option {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
      }
      .menu {
        display: grid;
        gap: 8px;
        margin-top: 24px;
      }
      .live {
        display: grid;
        justify-items: center;
        gap: 16px;
        padding: 24px 0;
        text-align: center;
      }
      .ear {
        display: grid;
        place-items: center;
        width: 112px;
        height: 112px;
        border-radius: 50%;
        background: color-mix(in srgb, var(--es-accent) 14%, transparent);
        color: var(--es-link);
        animation: wait 2s ease-in-out infinite;
      }
      .ear.heard {
        background: color-mix(in srgb, var(--es-inside) 18%, transparent);
        color: var(--es-inside);
      }
      .ear earshot-icon {
        width: 56px;
        height: 56px;
      }
      .now {
        font-size: 1.15rem;
        font-weight: 500;
      }
      @keyframes wait {
        50% {
          transform: scale(1.06);
        }
      }
    `]}async begin(e,t){let{session:n}=this;if(n===void 0)return;this.posture=t,this.entityId=t?.satellite.entity_id??null,this.step=void 0,this.error=void 0,this.open=!0,window.addEventListener(`pagehide`,this.leaving),await this.loadTexts();let r=new Be(n,e=>this.show(e),e=>this.show(void 0,e));this.flow=r,await r.begin(e,t?.paired??void 0)}willUpdate(){let e=this.session?.generation;this.generation!==void 0&&e!==this.generation&&this.flow?.look(),this.generation=e}disconnectedCallback(){super.disconnectedCallback(),this.close()}render(){return g`<earshot-dialog heading=${this.heading()} ?open=${this.open} @closed=${()=>this.close()}>
      ${this.content()}
    </earshot-dialog>`}heading(){let{step:e}=this,t=e?.type===`form`||e?.type===`menu`?this.text(`step.${e.step_id}.title`,e):``;return e?.type===`progress`?this.t(`satellites.pair.listening`):e?.type===`create_entry`||this.succeeded?this.t(`satellites.pair.heard`):t||this.t(`satellites.pair.title`)}get succeeded(){return this.step?.type===`abort`&&this.step.reason.endsWith(`_successful`)}content(){let{step:e,error:t}=this;if(t!==void 0)return g`${ve(t,this.t)}${this.closing()}`;if(e===void 0)return g`<earshot-waiting></earshot-waiting>`;switch(e.type){case`form`:return this.formOf(e);case`menu`:return this.menuOf(e);case`progress`:return this.progressOf(e);case`create_entry`:return this.done();case`abort`:return this.succeeded?this.done():this.aborted(e)}}formOf(e){let{data_schema:t,errors:n}=e;if(t.find(({selector:e})=>e?.select===void 0&&e?.boolean===void 0)!==void 0)return this.strange();let{base:r}=n??{};return g`<form @submit=${e=>{e.preventDefault(),this.answer(this.collect(t))}}>
      ${this.paragraphs(`step.${e.step_id}.description`,e)}
      ${r===void 0?S:g`<p class="error" role="alert">${this.text(`error.${r}`,e)}</p>`}
      ${t.map(t=>this.field(t,e))}
      <div class="row wrap spread">
        <button type="button" class="plain" @click=${()=>this.close()}>${this.t(`ui.cancel`)}</button>
        <button class="filled" ?disabled=${this.busy}>${this.t(`satellites.pair.next`)}</button>
      </div>
    </form>`}field(e,t){if(e.name in this.given())return S;let n=this.text(`step.${t.step_id}.data.${e.name}`,t),r=this.text(`step.${t.step_id}.data_description.${e.name}`,t),i=t.errors?.[e.name],a=i===void 0?S:g`<p class="error" role="alert">${this.text(`error.${i}`,t)}</p>`,{select:o}=e.selector??{};return o===void 0?this.yesOrNo(e,n,r):o.multiple?this.several(e,n,r,a):this.one(e,n,r,a)}yesOrNo(e,t,n){return g`<div>
      <label class="switch">
        <input type="checkbox" role="switch" name=${e.name} .checked=${e.default===!0} />${t}
      </label>
      <p class="muted small hint">${n}</p>
    </div>`}one(e,t,n,r){let i=e.selector?.select===void 0?[]:B(e.selector.select);return g`<div>
      <label class="field">
        ${t}
        <select name=${e.name}>
          ${i.map(({value:t,label:n})=>g`<option value=${t} .selected=${t===e.default}>${this.option(e,t,n)}</option>`)}
        </select>
      </label>
      ${r}
      <p class="muted small">${n}</p>
    </div>`}option(e,t,n){return e.name===`wake_word`&&t===`all`?this.t(`satellites.pair.all_words`):n}several(e,t,n,r){let i=e.selector?.select===void 0?[]:B(e.selector.select),a=Array.isArray(e.default)?e.default:[];return g`<fieldset>
      <legend>${t}</legend>
      ${i.map(({value:t,label:n})=>g`<label class="option">
          <input type="checkbox" name=${e.name} value=${t} .checked=${a.includes(t)} />${n}
        </label>`)}
      ${r}
      <p class="muted small">${n}</p>
    </fieldset>`}menuOf(e){let[t]=e.menu_options;return g`<div class="text">${this.paragraphs(`step.${e.step_id}.description`,e)}</div>
      <div class="menu">
        ${e.menu_options.map(n=>g`<button
            class=${n===t?`filled`:``}
            ?disabled=${this.busy}
            @click=${()=>this.answer({next_step_id:n})}
          >
            ${this.text(`step.${e.step_id}.menu_options.${n}`,e)}
          </button>`)}
      </div>`}progressOf(e){let t=this.live!==void 0&&We.has(this.live);return g`<div class="live">
      <div class="ear ${t?`heard`:``}">
        <earshot-icon .path=${t?r:T}></earshot-icon>
      </div>
      <p class="now">${this.text(`progress.${e.progress_action}`,e)}</p>
      <p role="status" class="muted">
        ${t?this.t(`satellites.pair.state.${this.live??``}`):this.t(`satellites.pair.waits`)}
      </p>
      <button class="plain" @click=${()=>this.close()}>${this.t(`satellites.pair.stop`)}</button>
    </div>`}done(){return g`<div class="live">
      <div class="ear heard"><earshot-icon .path=${Se}></earshot-icon></div>
      <p role="status">${this.t(`satellites.pair.done`)}</p>
    </div>${this.closing()}`}aborted(e){return g`<div class="live">
        <earshot-icon .path=${re}></earshot-icon>
        <p role="status">${this.text(`abort.${e.reason}`,e)}</p>
      </div>${this.closing()}`}strange(){return g`<p role="alert">${this.t(`satellites.pair.strange`)}</p>
      <p><a href="/config/integrations/integration/earshot">${this.t(`satellites.pair.there`)}</a></p>`}closing(){return g`<button slot="actions" class="filled" @click=${()=>this.close()}>${this.t(`satellites.pair.close`)}</button>`}paragraphs(e,t){return this.text(e,t).split(/\n\n+/).filter(e=>e!==``).map(e=>g`<p>${e}</p>`)}text(e,t){let n=`${Ue}.${e}`,r=this.texts?.(n,t.description_placeholders??{})??``;return r===n?``:r}given(){let{posture:e}=this;return e!==void 0&&e.paired===null?{satellite:e.key}:{}}collect(e){let t=this.form===null?new FormData:new FormData(this.form),n=e.filter(({name:e})=>!(e in this.given())).map(({name:e,selector:n})=>n?.select===void 0?[e,t.has(e)]:[e,n.select.multiple?t.getAll(e):t.get(e)]);return{...z(e,this.given()),...Object.fromEntries(n)}}async answer(e){this.busy=!0;let{satellite:t}=e,n=this.postures.find(e=>e.key===t);n!==void 0&&(this.entityId=n.satellite.entity_id),await this.flow?.answer(e),this.busy=!1}show(e,t){if(this.open){if(this.step=e,this.error=t,e?.type===`form`){let t=this.given();e.step_id===`user`&&!e.errors&&Ve(e.data_schema,t)&&(this.step=void 0,this.answer(z(e.data_schema,t)))}e?.type===`progress`?this.followSatellite():this.unfollow(),(e?.type===`create_entry`||this.succeeded)&&this.dispatchEvent(new CustomEvent(`paired`))}}followSatellite(){let e=this.entityId;this.following===void 0&&this.session!==void 0&&e!==null&&(this.following=this.session.client.follow(`subscribe_entities`,{entity_ids:[e]},({a:t,c:n})=>{this.live=t?.[e]?.s??n?.[e]?.[`+`]?.s??this.live}).catch(()=>void 0))}unfollow(){this.following?.then(e=>e?.()),this.following=void 0,this.live=void 0}async loadTexts(){let{session:e}=this;if(this.texts!==void 0||e===void 0)return;let{language:t}=e.hass(),{resources:n}=await e.client.ask(`frontend/get_translations`,{language:t,category:`config_subentries`,integration:[`earshot`]}).catch(()=>({resources:{}}));this.texts=ye(n,t)}close(){this.open&&(this.open=!1,window.removeEventListener(`pagehide`,this.leaving),this.unfollow(),this.flow?.stop(),this.flow=void 0)}};x([w()],V.prototype,`open`,void 0),x([w()],V.prototype,`step`,void 0),x([w()],V.prototype,`error`,void 0),x([w()],V.prototype,`busy`,void 0),x([w()],V.prototype,`texts`,void 0),x([w()],V.prototype,`live`,void 0),x([m({attribute:!1})],V.prototype,`postures`,void 0),x([v(`form`)],V.prototype,`form`,void 0),V=x([h(`earshot-pairing-dialog`)],V);var Ge={satellite:te,sandbox:a,this_machine:le,home_network:e,internet:xe,unknown:oe},Ke={enforced:a,observed:ie,declared:de,unknown:_},qe={answered:Se,not_understood:_,false_wake:fe,failed:be,cancelled:n,blocked:pe,unseen:_,open:se};function H(e){return e===`internet`||e===`unknown`}var U={warning:0,note:1,fine:2};function W(e){return[...Qe(e),...$e(e),...nt(e),at(e.encrypted),...e.doors.flatMap(ot),st(e)].sort((e,t)=>U[e.weight]-U[t.weight])}function G(e){return W(e).filter(e=>e.weight===`warning`).length}function Je(e){return[...e].sort((e,t)=>G(t)-G(e)||e.satellite.label.localeCompare(t.satellite.label)||Ye(e,t))}function K(e){let t=e.pipelines.flatMap(e=>e.stages).filter(t=>Ze(e,t));return t.filter((e,n)=>t.findIndex(t=>Xe(t,e))===n)}function Ye(e,t){return e.key.localeCompare(t.key)}function Xe(e,t){return e.stage===t.stage&&e.label===t.label&&e.place===t.place}function Ze(e,t){let{value:n}=e.wake.where;return t.stage!==`wake_word`||n===`streamed`||n===null}function q(e,t,n,r,i={}){return{key:e,weight:t,icon:n,fact:r,values:i}}function Qe({available:e}){return e?[]:[q(`unavailable`,`note`,s)]}function $e(e){let{where:t,words:n}=e.wake,r=n.filter(e=>e.active).map(e=>e.phrase);switch(t.value){case`on_device`:return[q(`wake_on_device`,`fine`,T,t,{words:r.join(`, `),count:r.length})];case`none`:return[q(`wake_none`,`fine`,T,t)];case`streamed`:return et(e);default:return[q(`wake_unknown`,`warning`,_,t)]}}function et(e){let{where:t}=e.wake,n=K(e).filter(e=>e.stage===`wake_word`);return n.length===0?[q(`streams_to_nobody`,`warning`,u,t)]:n.map(e=>{let n=H(e.place)?`warning`:`note`;return q(n===`warning`?`streams_outside`:`streams`,n,u,tt(t,e.evidence),{engine:e.label})})}function tt(e,t){let n=[`enforced`,`observed`,`declared`,`unknown`];return{evidence:n.indexOf(t)>n.indexOf(e.evidence)?t:e.evidence,why:e.why}}function nt(e){return e.pipelines.length===0?[q(`no_pipeline`,`note`,_e)]:[...e.pipelines.flatMap(rt),...K(e).flatMap(it)]}function rt(e){return e.pipeline===null?[q(`pipeline_unknown`,`warning`,_)]:e.assistant===null?[q(`past_earshot`,`warning`,_e,void 0,{pipeline:e.pipeline})]:[]}function it(e){if(!H(e.place)||e.stage===`wake_word`)return[];let t=e.stage===`speech_to_text`,n={evidence:e.evidence,why:`configuration`};return[q(t?`sound_leaves`:`words_leave`,`warning`,ce,n,{engine:e.label})]}function at(e){return e.value===null?q(`encryption_unknown`,`warning`,_,e):e.value?q(`encrypted`,`fine`,ne,e):q(`not_encrypted`,`warning`,ee,e)}function ot(e){let{authenticated:t}=e;if(t.value===!0)return[];let n=e.host===`home_assistant`?`door_here`:`door`;return[q(t.value===null?`door_unknown`:n,`warning`,i,t,{host:e.host,port:String(e.port)})]}function st({mute:e,muted:n}){return n.value===!0?q(`muted`,`fine`,t,n):e.value===null||e.value===`none_known`?q(`mute_none_known`,`note`,T,e):q(e.value===`hardware`?`mute_hardware`:`mute_software`,`fine`,T,n)}var J=d`
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
`,Y=class extends f{constructor(...e){super(...e),this.place=`unknown`}static{this.styles=[...f.styles,J,d`
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
      <earshot-icon .path=${Ge[this.place]}></earshot-icon>${this.t(`words.place.${this.place}`)}
    </span>`}};x([m()],Y.prototype,`place`,void 0),Y=x([h(`earshot-place`)],Y);var X=class extends f{constructor(...e){super(...e),this.evidence=`unknown`}static{this.styles=[...f.styles,J]}render(){return g`<span class="muted" title=${this.t(`words.evidence_why.${this.evidence}`)}>
      <earshot-icon .path=${Ke[this.evidence]}></earshot-icon>${this.t(`words.evidence.${this.evidence}`)}
    </span>`}};x([m()],X.prototype,`evidence`,void 0),X=x([h(`earshot-evidence`)],X);var Z=class extends f{constructor(...e){super(...e),this.outcome=null}static{this.styles=[...f.styles,J]}render(){let e=this.outcome??`open`;return g`<span>
      <earshot-icon .path=${qe[e]}></earshot-icon>${this.t(`words.outcome.${e}`)}
    </span>`}};x([m({attribute:!1})],Z.prototype,`outcome`,void 0),Z=x([h(`earshot-outcome`)],Z);var Q=class extends f{constructor(...e){super(...e),this.posture=void 0,this.told=void 0,this.mayChange=!1,this.opened=!1}static{this.styles=[...f.styles,d`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 16px;
        height: 100%;
        align-content: start;
      }
      header {
        display: flex;
        align-items: flex-start;
        gap: 12px;
      }
      header > div {
        flex: 1;
        min-width: 0;
      }
      header > earshot-icon {
        width: 28px;
        height: 28px;
        color: var(--es-muted);
      }
      ul {
        display: grid;
        gap: 14px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li.line {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
      }
      li.line > earshot-icon {
        margin-top: 2px;
      }
      li.line.warning > earshot-icon {
        color: var(--es-outside);
      }
      li.line.note > earshot-icon,
      li.line.fine > earshot-icon {
        color: var(--es-muted);
      }
      .why {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        font-weight: 400;
        text-align: start;
        color: var(--es-muted);
        white-space: nowrap;
      }
      th,
      td {
        padding: 8px 0;
        padding-inline-end: 12px;
        border-top: 1px solid var(--divider-color);
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      .where {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
      }
      caption {
        padding-bottom: 8px;
        font-weight: 500;
        text-align: start;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      earshot-privacy-settings {
        margin-top: 8px;
      }
    `]}render(){let{posture:e}=this;if(e===void 0)return S;let{label:t,area:n}=e.satellite;return g`<article class="card" aria-label=${t}>
      <header>
        <earshot-icon .path=${te}></earshot-icon>
        <div>
          <h2>${t}</h2>
          <p class="muted small">${this.about(e,n)}</p>
        </div>
      </header>
      <ul>
        ${W(e).map(e=>this.line(e))}
      </ul>
      ${this.handed(e)}
      ${this.settings(e)}
      ${this.mayChange?this.pairing(e):S}
    </article>`}about(e,t){let n=this.t(e.paired===null?`satellites.pairing.none`:`satellites.pairing.is`);return[t,this.t(`satellites.speaks.${e.speaks.value??`other`}`),n].filter(e=>e!==null).join(` · `)}line({key:e,values:t,weight:n,icon:r,fact:i}){return g`<li class="line ${n}">
      <earshot-icon .path=${n===`warning`?Ce:r}></earshot-icon>
      <span>
        ${n===`warning`?g`<span class="visually-hidden">${this.t(`satellites.warning`)}</span>`:S}
        ${this.t(`satellites.line.${e}`,t)}
      </span>
      ${i===void 0?S:g`<span class="why small">
              <earshot-evidence .evidence=${i.evidence}></earshot-evidence>
              <span class="muted">${this.t(`satellites.why.${i.why}`)}</span>
            </span>`}
    </li>`}handed(e){let t=K(e);return t.length===0?S:g`<table>
      <caption>
        ${this.t(`satellites.handed`)}
      </caption>
      <tbody>
        ${t.map(e=>this.stage(e))}
      </tbody>
    </table>`}stage({stage:e,label:t,place:n,evidence:r}){return g`<tr>
      <th scope="row">${this.t(`words.stage.${e}`)}</th>
      <td>
        <div>${t}</div>
        <div class="where small">
          <earshot-place .place=${n}></earshot-place><earshot-evidence .evidence=${r}></earshot-evidence>
        </div>
      </td>
    </tr>`}settings(e){let{told:t}=this,n=e.satellite.entity_id;return t===void 0||n===null?S:g`
      <div class="stack">
        <p>${ct(new P(t,n),this.t,e=>this.session?.format.list(e)??``)}</p>
        <earshot-off-record .satellite=${n} .told=${t} ?may-change=${this.mayChange}></earshot-off-record>
      </div>
      ${this.mayChange?this.details(n,t):S}
    `}details(e,t){return g`<details @toggle=${e=>this.toggle(e)}>
      <summary><earshot-icon .path=${c}></earshot-icon>${this.t(`satellites.settings`)}</summary>
      ${this.opened?g`<earshot-privacy-settings .satellite=${e} .told=${t}></earshot-privacy-settings>`:S}
    </details>`}toggle(e){this.opened=e.target.open}pairing(e){return e.paired===null?e.pipelines.length===0?g`<p class="row muted small">
        <earshot-icon .path=${re}></earshot-icon>${this.t(`satellites.pairing.impossible`)}
      </p>`:g`<div class="row wrap">
      <button class="filled" @click=${()=>this.wish(`pair`)}>
        <earshot-icon .path=${l}></earshot-icon>${this.t(`satellites.pairing.begin`)}
      </button>
    </div>`:g`<div class="row wrap">
        <button @click=${()=>this.wish(`change`)}>
          <earshot-icon .path=${l}></earshot-icon>${this.t(`satellites.pairing.change`)}
        </button>
        <button class="danger plain" @click=${()=>this.wish(`unpair`)}>
          <earshot-icon .path=${ae}></earshot-icon>${this.t(`satellites.pairing.end`)}
        </button>
      </div>`}wish(e){this.dispatchEvent(new CustomEvent(`pairing`,{detail:e}))}};x([m({attribute:!1})],Q.prototype,`posture`,void 0),x([m({attribute:!1})],Q.prototype,`told`,void 0),x([m({type:Boolean,attribute:`may-change`})],Q.prototype,`mayChange`,void 0),x([w()],Q.prototype,`opened`,void 0),Q=x([h(`earshot-satellite-card`)],Q);function ct(e,t,n){if(e.silence!==null)return t(`satellites.kept.off`);let r=A.filter(t=>e.kept(t)>0);if(r.length===0)return t(`satellites.kept.nothing`);let i=r.map(n=>t(`satellites.kept.item.${n}`,{period:I(e.kept(n),t)}));return t(r.includes(`sound`)?`satellites.kept.now`:`satellites.kept.no_sound`,{items:n(i)})}var lt=15e3,ut=1e3,dt=10,$=class extends E{static{this.styles=[...E.styles,d`
      :host {
        display: grid;
        gap: 24px;
      }
      .satellites {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
        align-items: start;
      }
      .house {
        display: grid;
        gap: 16px;
      }
      details > earshot-privacy-settings {
        margin-top: 8px;
      }
      summary {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
    `]}constructor(){super(),this.satellites=new we(this,e=>ft(e)),this.timer=0,new Te(this,`earshot/settings/subscribe`,e=>{this.told=e})}connectedCallback(){super.connectedCallback(),this.timer=window.setInterval(()=>{document.visibilityState===`visible`&&this.satellites.reload()},lt)}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(this.timer)}get mayChange(){return this.session?.me.role===`admin`}render(){return g`
      ${he(this.satellites.state,this.t,e=>g`${this.house()}${this.list(e)}`,()=>void this.satellites.reload())}
      <earshot-confirm></earshot-confirm>
      <earshot-pairing-dialog
        .postures=${this.satellites.value??[]}
        @paired=${()=>void this.satellites.reload()}></earshot-pairing-dialog>
    `}house(){let{told:t}=this;if(t===void 0)return S;let n=new P(t,null);return g`<section class="card house" aria-labelledby="house">
      <h2 id="house" class="row"><earshot-icon .path=${e}></earshot-icon>${this.t(`satellites.house`)}</h2>
      ${t.readable?S:g`<p role="alert">${this.t(`satellites.unreadable`)}</p>`}
      <p>${ct(n,this.t,e=>this.session?.format.list(e)??``)}</p>
      <earshot-off-record .told=${t} ?may-change=${this.mayChange}></earshot-off-record>
      ${this.mayChange?g`<details>
              <summary><earshot-icon .path=${c}></earshot-icon>${this.t(`satellites.house_settings`)}</summary>
              <earshot-privacy-settings .told=${t}></earshot-privacy-settings>
            </details>`:S}
    </section>`}list(e){return e.length===0?g`<earshot-message .icon=${o} heading=${this.t(`satellites.empty.title`)}>
        ${this.t(`satellites.empty.text`)}
        ${this.mayChange?g`<a slot="action" class="button" href="/config/integrations/dashboard">${this.t(`satellites.empty.action`)}</a>`:S}
      </earshot-message>`:g`<section class="stack">
      <div class="row wrap spread">
        <h2>${this.t(`satellites.title`,{count:e.length})}</h2>
        ${this.mayChange?g`<button @click=${()=>this.pair(void 0)}>
                <earshot-icon .path=${ue}></earshot-icon>${this.t(`satellites.pairing.any`)}
              </button>`:S}
      </div>
      <div class="satellites">${Je(e).map(e=>this.card(e))}</div>
    </section>`}card(e){return g`<earshot-satellite-card
      .posture=${e}
      .told=${this.told}
      ?may-change=${this.mayChange}
      @pairing=${t=>this.wish(t.detail,e)}
    ></earshot-satellite-card>`}wish(e,t){e===`unpair`?this.unpair(t):this.pair(t)}async pair(e){await this.attempt(async t=>this.dialog?.begin(await pt(t),e))}async unpair(e){let{label:t}=e.satellite,n=await this.confirm?.ask({heading:this.t(`satellites.unpair.title`,{satellite:t}),text:this.t(`satellites.unpair.text`),action:this.t(`satellites.unpair.action`),danger:!0}),{paired:r}=e;n===!0&&r!==null&&await this.attempt(async e=>{await e.client.ask(`config_entries/subentries/delete`,{entry_id:await pt(e),subentry_id:r}),C(this,{text:this.t(`satellites.unpair.done`,{satellite:t})}),await this.satellites.reload()})}async attempt(e){let{session:t}=this;if(t!==void 0)try{await e(t)}catch(e){C(this,{text:b(p.from(e),this.t),seconds:10})}}};x([w()],$.prototype,`told`,void 0),x([v(`earshot-confirm`)],$.prototype,`confirm`,void 0),x([v(`earshot-pairing-dialog`)],$.prototype,`dialog`,void 0),$=x([h(`earshot-satellites-page`)],$);async function ft({client:e}){for(let t=1;;t++)try{return(await e.ask(`earshot/satellites/list`)).satellites}catch(e){if(e.code!==`not_loaded`||t===dt)throw e;await new Promise(e=>window.setTimeout(e,ut))}}async function pt({client:e}){let[t]=await e.ask(`config_entries/get`,{domain:`earshot`});if(t===void 0)throw p.from({code:`not_loaded`});return t.entry_id}export{$ as EarshotSatellitesPage};