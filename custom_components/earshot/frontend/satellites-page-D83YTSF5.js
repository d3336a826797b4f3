import{$ as e,At as t,D as n,Et as r,Ht as i,Kt as a,M as o,Q as s,Qt as c,S as l,Vt as ee,Yt as u,_ as d,bt as te,d as ne,dt as f,f as p,ft as re,g as m,gt as ie,h,ht as g,it as ae,kt as oe,l as _,mt as v,p as y,pt as b,r as se,u as ce,v as x,vt as le,w as S,wt as C,x as w,y as T,z as ue}from"./session-keeper-CrvY1SiX.js";import{i as E,n as de,t as fe}from"./loaded-DB_g6c7Z.js";import{t as D}from"./page-28cGqxM3.js";import"./confirm-DgbwY6Gm.js";import{t as O}from"./panel-DMHeKBjT.js";import{n as pe,r as k,t as me}from"./directive-BSZPiF1A.js";import{i as he,r as ge}from"./directive-helpers-L07Xpnja.js";var _e=me(class extends pe{constructor(e){if(super(e),e.type!==k.PROPERTY&&e.type!==k.ATTRIBUTE&&e.type!==k.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!he(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===l||t===w)return t;let n=e.element,r=e.name;if(e.type===k.PROPERTY){if(t===n[r])return l}else if(e.type===k.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return l}else if(e.type===k.ATTRIBUTE&&n.getAttribute(r)===t+``)return l;return ge(e),t}}),A=[`sound`,`words`,`response`],ve=[`sound`,`words`],ye=[`internet`,`home_network`,`this_machine`],j=[`local_only`,`ask`,`warn`,`allow`],M=3600,N=86400,be=[0,M,N,7*N,30*N,365*N],xe=[null,900,M,4*M,10*M],P=class{constructor(e,t){this.told=e,this.satellite=t,this.own=e.satellites.find(e=>e.satellite===t)}period(e){return this.satellite===null?this.told.house.retention[e]:this.own?.retention[e]??null}kept(e){return this.silence===null?this.standing(e):0}standing(e){return this.period(e)??this.housePeriod(e)}housePeriod(e){return this.told.house.retention[e]}get silence(){return this.ownSilence??this.told.house.off_the_record}get ownSilence(){return this.satellite===null?this.told.house.off_the_record:this.own?.off_the_record??null}get shared(){return this.satellite===null?this.houseShares:this.own?.share_with_household.shared??null}get houseShares(){return this.told.house.share_with_household.shared===!0}get sharedSince(){return(this.own??this.told.house).share_with_household.since}rule(e,t){return(this.satellite===null?this.told.house.rules:this.own?.rules)?.[e]?.places[t]??null}houseRule(e,t){return this.told.house.rules[e]?.places[t]??null}engineRules(e){let t=this.satellite===null?this.told.house.rules:this.own?.rules;return Object.entries(t?.[e]?.engines??{}).sort(([e],[t])=>e.localeCompare(t))}periods(e){return[...new Set([...be,this.standing(e)])].sort((e,t)=>e-t)}},F=class extends p{constructor(...e){super(...e),this.satellite=null,this.told=void 0,this.busy=!1}static{this.styles=[...p.styles,n`
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
    `]}render(){if(this.told===void 0)return w;let e=new P(this.told,this.satellite);return S`
      <fieldset ?disabled=${this.busy}>
        <legend>${this.t(`satellites.kept.title`)}</legend>
        ${A.map(t=>this.period(e,t))}
        <p class="muted small">${this.t(`satellites.kept.shorter`)}</p>
      </fieldset>
      ${ve.map(t=>this.rules(e,t))} ${this.sharing(e)}
    `}period(e,t){let n=e.period(t),r=this.t(`satellites.as_the_house`,{value:I(e.housePeriod(t),this.t)}),i=e.periods(t).map(e=>({value:String(e),text:I(e,this.t)}));return this.choice(this.t(`words.content.${t}`),e.satellite===null?i:[{value:``,text:r},...i],n===null?``:String(n),n=>this.ask(`earshot/settings/set_retention`,{satellite:e.satellite,content:t,keep_for:n===``?null:Number(n)}))}sharing(e){let t=e=>this.t(e?`satellites.share.yes`:`satellites.share.no`),n=this.t(`satellites.as_the_house`,{value:t(e.houseShares)}),r=[!1,!0].map(e=>({value:String(e),text:t(e)})),i=e.sharedSince;return S`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.share.title`)}</legend>
      ${this.choice(this.t(`satellites.share.who`),e.satellite===null?r:[{value:``,text:n},...r],e.shared===null?``:String(e.shared),t=>this.ask(`earshot/settings/share`,{satellite:e.satellite,shared:t===``?null:t===`true`}))}
      <p class="muted small">
        ${i===null?this.t(`satellites.share.hint`):this.t(`satellites.share.since`,{since:this.session?.format.moment(i)??``})}
      </p>
    </fieldset>`}rules(e,t){return S`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.rules.${t}`)}</legend>
      ${ye.map(n=>this.zone(e,t,n))}
      ${e.engineRules(t).map(([e,n])=>this.engine(t,e,n))}
      ${this.another(e,t)}
    </fieldset>`}zone(e,t,n){let r=e.houseRule(t,n),i=this.t(`satellites.as_the_house`,{value:this.ruleText(r)}),a=e.rule(t,n),o={value:``,text:e.satellite===null?this.ruleText(null):i},s=j.map(e=>({value:e,text:this.ruleText(e)}));return this.choice(this.t(`satellites.zone.${n}`),e.satellite===null&&a!==null?s:[o,...s],a??``,r=>this.ask(`earshot/settings/set_rule`,{satellite:e.satellite,content:t,target:n,rule:L(r)}))}engine(e,t,n){let r={value:``,text:this.t(this.satellite===null?`satellites.as_its_place`:`satellites.no_own_rule`)},i=j.map(e=>({value:e,text:this.ruleText(e)})),{friendly_name:a}=this.session?.hass().states[t]?.attributes??{};return this.choice(typeof a==`string`?a:t,[r,...i],n,n=>this.ask(`earshot/settings/set_rule`,{satellite:this.satellite,content:e,target:t,rule:L(n)}))}another(e,t){let n=new Set(e.engineRules(t).map(([e])=>e)),r=this.session?.hass(),i=r===void 0?[]:Ce(r,t).filter(({value:e})=>!n.has(e));if(i.length===0)return w;let a={value:``,text:this.t(`satellites.choose_engine`)};return this.choice(this.t(`satellites.one_engine`),[a,...i],``,n=>{n!==``&&this.ask(`earshot/settings/set_rule`,{satellite:e.satellite,content:t,target:n,rule:`local_only`})})}choice(e,t,n,r){return S`<label>
      ${e}
      <select @change=${e=>r(e.target.value)}>
        ${t.map(({value:e,text:t})=>S`<option value=${e} .selected=${_e(e===n)}>${t}</option>`)}
      </select>
    </label>`}ruleText(e){return this.t(`satellites.rule.${e??`none`}`)}async ask(e,t){this.busy=!0,await R(this,e,t),this.busy=!1}};y([x({attribute:!1})],F.prototype,`satellite`,void 0),y([x({attribute:!1})],F.prototype,`told`,void 0),y([d()],F.prototype,`busy`,void 0),F=y([T(`earshot-privacy-settings`)],F);function I(e,t){return e===0?t(`satellites.period.nothing`):e%86400==0?t(`satellites.period.days`,{count:e/86400}):e%3600==0?t(`satellites.period.hours`,{count:e/3600}):t(`satellites.period.minutes`,{count:Math.round(e/60)})}var Se={sound:[`stt`,`wake_word`],words:[`conversation`,`tts`]};function Ce(e,t){return Object.entries(e.states).filter(([n])=>Se[t].includes(n.split(`.`)[0]??``)&&e.entities?.[n]?.platform!==`earshot`).map(([e,t])=>{let{friendly_name:n}=t?.attributes??{};return{value:e,text:typeof n==`string`?n:e}}).sort((e,t)=>e.text.localeCompare(t.text))}function L(e){return j.find(t=>t===e)??null}async function R(e,t,n){let{session:r}=e;if(r!==void 0)try{await r.client.ask(t,n)}catch(t){O(e,{text:_(h.from(t),r.localize),seconds:10})}}var z=class extends p{constructor(...e){super(...e),this.satellite=null,this.told=void 0,this.mayChange=!1,this.busy=!1}static{this.styles=[...p.styles,n`
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
    `]}render(){if(this.told===void 0)return w;let e=new P(this.told,this.satellite),{silence:t}=e;return t===null?this.mayChange?this.on():w:this.off(t,e.ownSilence!==null)}off(e,t){return S`<div class="row wrap">
      <span class="row off" role="status"><earshot-icon .path=${b}></earshot-icon>${this.since(e,t)}</span>
      ${t&&this.mayChange?S`<button ?disabled=${this.busy} @click=${()=>this.ask(`earshot/settings/on_the_record`,{satellite:this.satellite})}>
              ${this.t(`satellites.off.end`)}
            </button>`:w}
    </div>`}since({until:e},t){let n=this.session?.format;if(!t)return this.t(`satellites.off.house`);if(e===null||n===void 0)return this.t(`satellites.off.open`);let r=n.isoDay(e)===n.isoDay(new Date);return this.t(`satellites.off.until`,{until:r?n.time(e):n.moment(e)})}on(){return S`<div class="row wrap">
      <button ?disabled=${this.busy} @click=${this.go}>
        <earshot-icon .path=${b}></earshot-icon>${this.t(`satellites.off.begin`)}
      </button>
      <select aria-label=${this.t(`satellites.off.how_long`)} ?disabled=${this.busy}>
        ${xe.map(e=>S`<option value=${e??``}>${this.length(e)}</option>`)}
      </select>
    </div>`}length(e){return e===null?this.t(`satellites.off.until_ended`):I(e,this.t)}go(){let e=Number(this.period?.value??0),t=e===0?null:new Date(Date.now()+e*1e3).toISOString();this.ask(`earshot/settings/off_the_record`,{satellite:this.satellite,until:t})}async ask(e,t){this.busy=!0,await R(this,e,t),this.busy=!1}};y([x({attribute:!1})],z.prototype,`satellite`,void 0),y([x({attribute:!1})],z.prototype,`told`,void 0),y([x({type:Boolean,attribute:`may-change`})],z.prototype,`mayChange`,void 0),y([d()],z.prototype,`busy`,void 0),y([m(`select`)],z.prototype,`period`,void 0),z=y([T(`earshot-off-record`)],z);var we=n`
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
`,B=`config/config_entries/subentries/flow`,Te=class{constructor(e,t,n){this.session=e,this.told=t,this.failed=n,this.over=!1,this.asked=0}async begin(e,t){try{this.end=await this.session.client.follow(`subscribe_events`,{event_type:`data_entry_flow_progressed`},({data:{flow_id:e}})=>{e===this.flowId&&this.look()})}catch(e){this.failed(h.from(e));return}await this.ask(`POST`,B,{handler:[e,`satellite`],...t!==void 0&&{subentry_id:t}})}async answer(e){await this.ask(`POST`,this.path,e)}async look(){this.flowId!==void 0&&!this.over&&await this.ask(`GET`,this.path)}async stop(){let e=this.path,t=this.flowId!==void 0&&!this.over;await this.finish(),t&&await this.session.hass().callApi(`DELETE`,e).catch(()=>void 0)}stopAtOnce(){this.flowId===void 0||this.over||(this.over=!0,this.session.hass().fetchWithAuth(`/api/${this.path}`,{method:`DELETE`,keepalive:!0}))}get path(){return`${B}/${this.flowId??``}`}async ask(e,t,n){let r=++this.asked,i;try{i=await this.session.hass().callApi(e,t,n)}catch(e){r===this.asked&&this.failed(De(e));return}this.flowId=i.flow_id,(i.type===`create_entry`||i.type===`abort`)&&await this.finish(),r===this.asked&&this.told(i)}async finish(){this.over=!0;let{end:e}=this;this.end=void 0,await e?.()}};function V(e,t){let n=e.map(({name:e,default:n,selector:r})=>{let i=r?.select!==void 0&&!r.select.multiple&&H(r.select)[0]?.value;return[e,t[e]??n??i]});return Object.fromEntries(n)}function Ee(e,t){return e.every(({name:e,selector:n})=>{let{select:r}=n??{};if(r===void 0||r.multiple)return!1;let i=H(r);return e in t?i.some(n=>n.value===t[e]):i.length===1})}function H(e){return e.options.map(e=>typeof e==`string`?{value:e,label:e}:e)}function De({status_code:e}){return e===void 0?h.from({code:`connection_lost`}):h.from({code:{401:`unauthorized`,403:`unauthorized`,404:`flow_gone`}[e]??`unknown_error`})}var Oe=`component.earshot.config_subentries.satellite`,ke=new Set([`listening`,`processing`,`responding`]),U=class extends p{constructor(...e){super(...e),this.open=!1,this.busy=!1,this.postures=[],this.entityId=null,this.leaving=()=>this.flow?.stopAtOnce()}static{this.styles=[...p.styles,we,n`
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
    `]}async begin(e,t){let{session:n}=this;if(n===void 0)return;this.posture=t,this.entityId=t?.satellite.entity_id??null,this.step=void 0,this.error=void 0,this.open=!0,window.addEventListener(`pagehide`,this.leaving),await this.loadTexts();let r=new Te(n,e=>this.show(e),e=>this.show(void 0,e));this.flow=r,await r.begin(e,t?.paired??void 0)}willUpdate(){let e=this.session?.generation;this.generation!==void 0&&e!==this.generation&&this.flow?.look(),this.generation=e}disconnectedCallback(){super.disconnectedCallback(),this.close()}render(){return S`<earshot-dialog heading=${this.heading()} ?open=${this.open} @closed=${()=>this.close()}>
      ${this.content()}
    </earshot-dialog>`}heading(){let{step:e}=this,t=e?.type===`form`||e?.type===`menu`?this.text(`step.${e.step_id}.title`,e):``;return e?.type===`progress`?this.t(`satellites.pair.listening`):e?.type===`create_entry`||this.succeeded?this.t(`satellites.pair.heard`):t||this.t(`satellites.pair.title`)}get succeeded(){return this.step?.type===`abort`&&this.step.reason.endsWith(`_successful`)}content(){let{step:e,error:t}=this;if(t!==void 0)return S`${ce(t,this.t)}${this.closing()}`;if(e===void 0)return S`<earshot-waiting></earshot-waiting>`;switch(e.type){case`form`:return this.formOf(e);case`menu`:return this.menuOf(e);case`progress`:return this.progressOf(e);case`create_entry`:return this.done();case`abort`:return this.succeeded?this.done():this.aborted(e)}}formOf(e){let{data_schema:t,errors:n}=e;if(t.find(({selector:e})=>e?.select===void 0&&e?.boolean===void 0)!==void 0)return this.strange();let{base:r}=n??{};return S`<form @submit=${e=>{e.preventDefault(),this.answer(this.collect(t))}}>
      ${this.paragraphs(`step.${e.step_id}.description`,e)}
      ${r===void 0?w:S`<p class="error" role="alert">${this.text(`error.${r}`,e)}</p>`}
      ${t.map(t=>this.field(t,e))}
      <div class="row wrap spread">
        <button type="button" class="plain" @click=${()=>this.close()}>${this.t(`ui.cancel`)}</button>
        <button class="filled" ?disabled=${this.busy}>${this.t(`satellites.pair.next`)}</button>
      </div>
    </form>`}field(e,t){if(e.name in this.given())return w;let n=this.text(`step.${t.step_id}.data.${e.name}`,t),r=this.text(`step.${t.step_id}.data_description.${e.name}`,t),i=t.errors?.[e.name],a=i===void 0?w:S`<p class="error" role="alert">${this.text(`error.${i}`,t)}</p>`,{select:o}=e.selector??{};return o===void 0?this.yesOrNo(e,n,r):o.multiple?this.several(e,n,r,a):this.one(e,n,r,a)}yesOrNo(e,t,n){return S`<div>
      <label class="switch">
        <input type="checkbox" role="switch" name=${e.name} .checked=${e.default===!0} />${t}
      </label>
      <p class="muted small hint">${n}</p>
    </div>`}one(e,t,n,r){let i=e.selector?.select===void 0?[]:H(e.selector.select);return S`<div>
      <label class="field">
        ${t}
        <select name=${e.name}>
          ${i.map(({value:t,label:n})=>S`<option value=${t} .selected=${t===e.default}>${this.option(e,t,n)}</option>`)}
        </select>
      </label>
      ${r}
      <p class="muted small">${n}</p>
    </div>`}option(e,t,n){return e.name===`wake_word`&&t===`all`?this.t(`satellites.pair.all_words`):n}several(e,t,n,r){let i=e.selector?.select===void 0?[]:H(e.selector.select),a=Array.isArray(e.default)?e.default:[];return S`<fieldset>
      <legend>${t}</legend>
      ${i.map(({value:t,label:n})=>S`<label class="option">
          <input type="checkbox" name=${e.name} value=${t} .checked=${a.includes(t)} />${n}
        </label>`)}
      ${r}
      <p class="muted small">${n}</p>
    </fieldset>`}menuOf(e){let[t]=e.menu_options;return S`<div class="text">${this.paragraphs(`step.${e.step_id}.description`,e)}</div>
      <div class="menu">
        ${e.menu_options.map(n=>S`<button
            class=${n===t?`filled`:``}
            ?disabled=${this.busy}
            @click=${()=>this.answer({next_step_id:n})}
          >
            ${this.text(`step.${e.step_id}.menu_options.${n}`,e)}
          </button>`)}
      </div>`}progressOf(e){let t=this.live!==void 0&&ke.has(this.live);return S`<div class="live">
      <div class="ear ${t?`heard`:``}">
        <earshot-icon .path=${t?ae:C}></earshot-icon>
      </div>
      <p class="now">${this.text(`progress.${e.progress_action}`,e)}</p>
      <p role="status" class="muted">
        ${t?this.t(`satellites.pair.state.${this.live??``}`):this.t(`satellites.pair.waits`)}
      </p>
      <button class="plain" @click=${()=>this.close()}>${this.t(`satellites.pair.stop`)}</button>
    </div>`}done(){return S`<div class="live">
      <div class="ear heard"><earshot-icon .path=${ue}></earshot-icon></div>
      <p role="status">${this.t(`satellites.pair.done`)}</p>
    </div>${this.closing()}`}aborted(e){return S`<div class="live">
        <earshot-icon .path=${v}></earshot-icon>
        <p role="status">${this.text(`abort.${e.reason}`,e)}</p>
      </div>${this.closing()}`}strange(){return S`<p role="alert">${this.t(`satellites.pair.strange`)}</p>
      <p><a href="/config/integrations/integration/earshot">${this.t(`satellites.pair.there`)}</a></p>`}closing(){return S`<button slot="actions" class="filled" @click=${()=>this.close()}>${this.t(`satellites.pair.close`)}</button>`}paragraphs(e,t){return this.text(e,t).split(/\n\n+/).filter(e=>e!==``).map(e=>S`<p>${e}</p>`)}text(e,t){let n=`${Oe}.${e}`,r=this.texts?.(n,t.description_placeholders??{})??``;return r===n?``:r}given(){let{posture:e}=this;return e!==void 0&&e.paired===null?{satellite:e.key}:{}}collect(e){let t=this.form===null?new FormData:new FormData(this.form),n=e.filter(({name:e})=>!(e in this.given())).map(({name:e,selector:n})=>n?.select===void 0?[e,t.has(e)]:[e,n.select.multiple?t.getAll(e):t.get(e)]);return{...V(e,this.given()),...Object.fromEntries(n)}}async answer(e){this.busy=!0;let{satellite:t}=e,n=this.postures.find(e=>e.key===t);n!==void 0&&(this.entityId=n.satellite.entity_id),await this.flow?.answer(e),this.busy=!1}show(e,t){if(this.open){if(this.step=e,this.error=t,e?.type===`form`){let t=this.given();e.step_id===`user`&&!e.errors&&Ee(e.data_schema,t)&&(this.step=void 0,this.answer(V(e.data_schema,t)))}e?.type===`progress`?this.followSatellite():this.unfollow(),(e?.type===`create_entry`||this.succeeded)&&this.dispatchEvent(new CustomEvent(`paired`))}}followSatellite(){let e=this.entityId;this.following===void 0&&this.session!==void 0&&e!==null&&(this.following=this.session.client.follow(`subscribe_entities`,{entity_ids:[e]},({a:t,c:n})=>{this.live=t?.[e]?.s??n?.[e]?.[`+`]?.s??this.live}).catch(()=>void 0))}unfollow(){this.following?.then(e=>e?.()),this.following=void 0,this.live=void 0}async loadTexts(){let{session:e}=this;if(this.texts!==void 0||e===void 0)return;let{language:t}=e.hass(),{resources:n}=await e.client.ask(`frontend/get_translations`,{language:t,category:`config_subentries`,integration:[`earshot`]}).catch(()=>({resources:{}}));this.texts=se(n,t)}close(){this.open&&(this.open=!1,window.removeEventListener(`pagehide`,this.leaving),this.unfollow(),this.flow?.stop(),this.flow=void 0)}};y([d()],U.prototype,`open`,void 0),y([d()],U.prototype,`step`,void 0),y([d()],U.prototype,`error`,void 0),y([d()],U.prototype,`busy`,void 0),y([d()],U.prototype,`texts`,void 0),y([d()],U.prototype,`live`,void 0),y([x({attribute:!1})],U.prototype,`postures`,void 0),y([m(`form`)],U.prototype,`form`,void 0),U=y([T(`earshot-pairing-dialog`)],U);var W={warning:0,note:1,fine:2};function G(e){return[...Pe(e),...Fe(e),...Re(e),Ve(e.encrypted),...e.doors.flatMap(He),Ue(e)].sort((e,t)=>W[e.weight]-W[t.weight])}function K(e){return G(e).filter(e=>e.weight===`warning`).length}function Ae(e){return[...e].sort((e,t)=>K(t)-K(e)||e.satellite.label.localeCompare(t.satellite.label)||je(e,t))}function q(e){let t=e.pipelines.flatMap(e=>e.stages).filter(t=>Ne(e,t));return t.filter((e,n)=>t.findIndex(t=>Me(t,e))===n)}function je(e,t){return e.key.localeCompare(t.key)}function Me(e,t){return e.stage===t.stage&&e.label===t.label&&e.place===t.place}function Ne(e,t){let{value:n}=e.wake.where;return t.stage!==`wake_word`||n===`streamed`||n===null}function J(e,t,n,r,i={}){return{key:e,weight:t,icon:n,fact:r,values:i}}function Pe({available:e}){return e?[]:[J(`unavailable`,`note`,t)]}function Fe(e){let{where:t,words:n}=e.wake,r=n.filter(e=>e.active).map(e=>e.phrase);switch(t.value){case`on_device`:return[J(`wake_on_device`,`fine`,C,t,{words:r.join(`, `),count:r.length})];case`none`:return[J(`wake_none`,`fine`,C,t)];case`streamed`:return Ie(e);default:return[J(`wake_unknown`,`warning`,f,t)]}}function Ie(e){let{where:t}=e.wake,n=q(e).filter(e=>e.stage===`wake_word`);return n.length===0?[J(`streams_to_nobody`,`warning`,c,t)]:n.map(e=>{let n=E(e.place)?`warning`:`note`;return J(n===`warning`?`streams_outside`:`streams`,n,c,Le(t,e.evidence),{engine:e.label})})}function Le(e,t){let n=[`enforced`,`observed`,`declared`,`unknown`];return{evidence:n.indexOf(t)>n.indexOf(e.evidence)?t:e.evidence,why:e.why}}function Re(e){return e.pipelines.length===0?[J(`no_pipeline`,`note`,a)]:[...e.pipelines.flatMap(ze),...q(e).flatMap(Be)]}function ze(e){return e.pipeline===null?[J(`pipeline_unknown`,`warning`,f)]:e.assistant===null?[J(`past_earshot`,`warning`,a,void 0,{pipeline:e.pipeline})]:[]}function Be(e){if(!E(e.place)||e.stage===`wake_word`)return[];let t=e.stage===`speech_to_text`,n={evidence:e.evidence,why:`configuration`};return[J(t?`sound_leaves`:`words_leave`,`warning`,s,n,{engine:e.label})]}function Ve(e){return e.value===null?J(`encryption_unknown`,`warning`,f,e):e.value?J(`encrypted`,`fine`,te,e):J(`not_encrypted`,`warning`,le,e)}function He(t){let{authenticated:n}=t;if(n.value===!0)return[];let r=t.host===`home_assistant`?`door_here`:`door`;return[J(n.value===null?`door_unknown`:r,`warning`,e,n,{host:t.host,port:String(t.port)})]}function Ue({mute:e,muted:t}){return t.value===!0?J(`muted`,`fine`,r,t):e.value===null||e.value===`none_known`?J(`mute_none_known`,`note`,C,e):J(e.value===`hardware`?`mute_hardware`:`mute_software`,`fine`,C,t)}var Y=class extends p{constructor(...e){super(...e),this.posture=void 0,this.told=void 0,this.mayChange=!1,this.opened=!1}static{this.styles=[...p.styles,n`
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
    `]}render(){let{posture:e}=this;if(e===void 0)return w;let{label:t,area:n}=e.satellite;return S`<article class="card" aria-label=${t}>
      <header>
        <earshot-icon .path=${i}></earshot-icon>
        <div>
          <h2>${t}</h2>
          <p class="muted small">${this.about(e,n)}</p>
        </div>
      </header>
      <ul>
        ${G(e).map(e=>this.line(e))}
      </ul>
      ${this.handed(e)}
      ${this.settings(e)}
      ${this.mayChange?this.pairing(e):w}
    </article>`}about(e,t){let n=this.t(e.paired===null?`satellites.pairing.none`:`satellites.pairing.is`);return[t,this.t(`satellites.speaks.${e.speaks.value??`other`}`),n].filter(e=>e!==null).join(` · `)}line({key:e,values:t,weight:n,icon:r,fact:i}){return S`<li class="line ${n}">
      <earshot-icon .path=${n===`warning`?o:r}></earshot-icon>
      <span>
        ${n===`warning`?S`<span class="visually-hidden">${this.t(`satellites.warning`)}</span>`:w}
        ${this.t(`satellites.line.${e}`,t)}
      </span>
      ${i===void 0?w:S`<span class="why small">
              <earshot-evidence .evidence=${i.evidence}></earshot-evidence>
              <span class="muted">${this.t(`satellites.why.${i.why}`)}</span>
            </span>`}
    </li>`}handed(e){let t=q(e);return t.length===0?w:S`<table>
      <caption>
        ${this.t(`satellites.handed`)}
      </caption>
      <tbody>
        ${t.map(e=>this.stage(e))}
      </tbody>
    </table>`}stage({stage:e,label:t,place:n,evidence:r}){return S`<tr>
      <th scope="row">${this.t(`words.stage.${e}`)}</th>
      <td>
        <div>${t}</div>
        <div class="where small">
          <earshot-place .place=${n}></earshot-place><earshot-evidence .evidence=${r}></earshot-evidence>
        </div>
      </td>
    </tr>`}settings(e){let{told:t}=this,n=e.satellite.entity_id;return t===void 0||n===null?w:S`
      <div class="stack">
        <p>${X(new P(t,n),this.t,e=>this.session?.format.list(e)??``)}</p>
        <earshot-off-record .satellite=${n} .told=${t} ?may-change=${this.mayChange}></earshot-off-record>
      </div>
      ${this.mayChange?this.details(n,t):w}
    `}details(e,t){return S`<details @toggle=${e=>this.toggle(e)}>
      <summary><earshot-icon .path=${u}></earshot-icon>${this.t(`satellites.settings`)}</summary>
      ${this.opened?S`<earshot-privacy-settings .satellite=${e} .told=${t}></earshot-privacy-settings>`:w}
    </details>`}toggle(e){this.opened=e.target.open}pairing(e){return e.paired===null?e.pipelines.length===0?S`<p class="row muted small">
        <earshot-icon .path=${v}></earshot-icon>${this.t(`satellites.pairing.impossible`)}
      </p>`:S`<div class="row wrap">
      <button class="filled" @click=${()=>this.wish(`pair`)}>
        <earshot-icon .path=${g}></earshot-icon>${this.t(`satellites.pairing.begin`)}
      </button>
    </div>`:S`<div class="row wrap">
        <button @click=${()=>this.wish(`change`)}>
          <earshot-icon .path=${g}></earshot-icon>${this.t(`satellites.pairing.change`)}
        </button>
        <button class="danger plain" @click=${()=>this.wish(`unpair`)}>
          <earshot-icon .path=${ie}></earshot-icon>${this.t(`satellites.pairing.end`)}
        </button>
      </div>`}wish(e){this.dispatchEvent(new CustomEvent(`pairing`,{detail:e}))}};y([x({attribute:!1})],Y.prototype,`posture`,void 0),y([x({attribute:!1})],Y.prototype,`told`,void 0),y([x({type:Boolean,attribute:`may-change`})],Y.prototype,`mayChange`,void 0),y([d()],Y.prototype,`opened`,void 0),Y=y([T(`earshot-satellite-card`)],Y);function X(e,t,n){if(e.silence!==null)return t(`satellites.kept.off`);let r=A.filter(t=>e.kept(t)>0);if(r.length===0)return t(`satellites.kept.nothing`);let i=r.map(n=>t(`satellites.kept.item.${n}`,{period:I(e.kept(n),t)}));return t(r.includes(`sound`)?`satellites.kept.now`:`satellites.kept.no_sound`,{items:n(i)})}var We=15e3,Z=1e3,Ge=10,Q=class extends D{static{this.styles=[...D.styles,n`
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
    `]}constructor(){super(),this.satellites=new de(this,e=>Ke(e)),this.timer=0,new fe(this,`earshot/settings/subscribe`,e=>{this.told=e})}connectedCallback(){super.connectedCallback(),this.timer=window.setInterval(()=>{document.visibilityState===`visible`&&this.satellites.reload()},We)}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(this.timer)}get mayChange(){return this.session?.me.role===`admin`}render(){return S`
      ${ne(this.satellites.state,this.t,e=>S`${this.house()}${this.list(e)}`,()=>void this.satellites.reload())}
      <earshot-confirm></earshot-confirm>
      <earshot-pairing-dialog
        .postures=${this.satellites.value??[]}
        @paired=${()=>void this.satellites.reload()}></earshot-pairing-dialog>
    `}house(){let{told:e}=this;if(e===void 0)return w;let t=new P(e,null);return S`<section class="card house" aria-labelledby="house">
      <h2 id="house" class="row"><earshot-icon .path=${re}></earshot-icon>${this.t(`satellites.house`)}</h2>
      ${e.readable?w:S`<p role="alert">${this.t(`satellites.unreadable`)}</p>`}
      <p>${X(t,this.t,e=>this.session?.format.list(e)??``)}</p>
      <earshot-off-record .told=${e} ?may-change=${this.mayChange}></earshot-off-record>
      ${this.mayChange?S`<details>
              <summary><earshot-icon .path=${u}></earshot-icon>${this.t(`satellites.house_settings`)}</summary>
              <earshot-privacy-settings .told=${e}></earshot-privacy-settings>
            </details>`:w}
    </section>`}list(e){return e.length===0?S`<earshot-message .icon=${ee} heading=${this.t(`satellites.empty.title`)}>
        ${this.t(`satellites.empty.text`)}
        ${this.mayChange?S`<a slot="action" class="button" href="/config/integrations/dashboard">${this.t(`satellites.empty.action`)}</a>`:w}
      </earshot-message>`:S`<section class="stack">
      <div class="row wrap spread">
        <h2>${this.t(`satellites.title`,{count:e.length})}</h2>
        ${this.mayChange?S`<button @click=${()=>this.pair(void 0)}>
                <earshot-icon .path=${oe}></earshot-icon>${this.t(`satellites.pairing.any`)}
              </button>`:w}
      </div>
      <div class="satellites">${Ae(e).map(e=>this.card(e))}</div>
    </section>`}card(e){return S`<earshot-satellite-card
      .posture=${e}
      .told=${this.told}
      ?may-change=${this.mayChange}
      @pairing=${t=>this.wish(t.detail,e)}
    ></earshot-satellite-card>`}wish(e,t){e===`unpair`?this.unpair(t):this.pair(t)}async pair(e){await this.attempt(async t=>this.dialog?.begin(await $(t),e))}async unpair(e){let{label:t}=e.satellite,n=await this.confirm?.ask({heading:this.t(`satellites.unpair.title`,{satellite:t}),text:this.t(`satellites.unpair.text`),action:this.t(`satellites.unpair.action`),danger:!0}),{paired:r}=e;n===!0&&r!==null&&await this.attempt(async e=>{await e.client.ask(`config_entries/subentries/delete`,{entry_id:await $(e),subentry_id:r}),O(this,{text:this.t(`satellites.unpair.done`,{satellite:t})}),await this.satellites.reload()})}async attempt(e){let{session:t}=this;if(t!==void 0)try{await e(t)}catch(e){O(this,{text:_(h.from(e),this.t),seconds:10})}}};y([d()],Q.prototype,`told`,void 0),y([m(`earshot-confirm`)],Q.prototype,`confirm`,void 0),y([m(`earshot-pairing-dialog`)],Q.prototype,`dialog`,void 0),Q=y([T(`earshot-satellites-page`)],Q);async function Ke({client:e}){for(let t=1;;t++)try{return(await e.ask(`earshot/satellites/list`)).satellites}catch(e){if(e.code!==`not_loaded`||t===Ge)throw e;await new Promise(e=>window.setTimeout(e,Z))}}async function $({client:e}){let[t]=await e.ask(`config_entries/get`,{domain:`earshot`});if(t===void 0)throw h.from({code:`not_loaded`});return t.entry_id}export{Q as EarshotSatellitesPage};