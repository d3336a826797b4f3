import{Bt as e,D as t,Hn as n,It as r,K as i,Kt as a,Lt as o,Nn as s,Nt as c,P as ee,Qt as l,Rn as u,Rt as d,S as f,Tn as te,Vt as ne,Wt as re,_ as p,_t as ie,d as ae,en as oe,f as m,g as h,h as g,l as _,lt as se,on as ce,p as v,r as y,sn as b,st as x,u as le,v as S,w as C,wn as ue,x as w,y as T}from"./session-keeper-xz4QIxtX.js";import{n as de,t as fe}from"./loaded-CD7GJ6Wy.js";import{t as E}from"./page-C7cxgX1z.js";import"./confirm-B6-hqJ5H.js";import{n as D}from"./panel-BAsqYquz.js";import{n as pe,r as O,t as me}from"./directive-BSZPiF1A.js";import{i as he,r as ge}from"./directive-helpers-BwA6-FAI.js";import"./dialog-BdQvcO_-.js";import{t as _e}from"./switch.css-1ZHKBdLl.js";import{o as k}from"./words-DhG3eQQw.js";import"./badge-DvRy0Al-.js";var ve=me(class extends pe{constructor(e){if(super(e),e.type!==O.PROPERTY&&e.type!==O.ATTRIBUTE&&e.type!==O.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!he(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===f||t===w)return t;let n=e.element,r=e.name;if(e.type===O.PROPERTY){if(t===n[r])return f}else if(e.type===O.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return f}else if(e.type===O.ATTRIBUTE&&n.getAttribute(r)===t+``)return f;return ge(e),t}}),A=[`sound`,`words`,`response`],ye=[`sound`,`words`],be=[`internet`,`home_network`,`this_machine`],j=[`local_only`,`ask`,`warn`,`allow`],M=3600,N=86400,xe=[0,M,N,7*N,30*N,365*N],Se=[null,900,M,4*M,10*M],P=class{constructor(e,t){this.told=e,this.satellite=t,this.own=e.satellites.find(e=>e.satellite===t)}period(e){return this.satellite===null?this.told.house.retention[e]:this.own?.retention[e]??null}kept(e){return this.silence===null?this.standing(e):0}standing(e){return this.period(e)??this.housePeriod(e)}housePeriod(e){return this.told.house.retention[e]}get silence(){return this.ownSilence??this.told.house.off_the_record}get ownSilence(){return this.satellite===null?this.told.house.off_the_record:this.own?.off_the_record??null}get shared(){return this.satellite===null?this.houseShares:this.own?.share_with_household.shared??null}get guests(){return this.own?.guests_or_children??!1}get houseShares(){return this.told.house.share_with_household.shared===!0}get sharedSince(){return(this.own??this.told.house).share_with_household.since}rule(e,t){return(this.satellite===null?this.told.house.rules:this.own?.rules)?.[e]?.places[t]??null}houseRule(e,t){return this.told.house.rules[e]?.places[t]??null}engineRules(e){let t=this.satellite===null?this.told.house.rules:this.own?.rules;return Object.entries(t?.[e]?.engines??{}).sort(([e],[t])=>e.localeCompare(t))}periods(e){return[...new Set([...xe,this.standing(e)])].sort((e,t)=>e-t)}},F=class extends m{constructor(...e){super(...e),this.satellite=null,this.told=void 0,this.busy=!1}static{this.styles=[...m.styles,t`
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
    `]}render(){if(this.told===void 0)return w;let e=new P(this.told,this.satellite);return C`
      <fieldset ?disabled=${this.busy}>
        <legend>${this.t(`satellites.kept.title`)}</legend>
        ${A.map(t=>this.period(e,t))}
        <p class="muted small">${this.t(`satellites.kept.shorter`)}</p>
      </fieldset>
      ${ye.map(t=>this.rules(e,t))} ${this.sharing(e)}
      ${e.satellite===null?w:this.guests(e,e.satellite)}
    `}period(e,t){let n=e.period(t),r=this.t(`satellites.as_the_house`,{value:I(e.housePeriod(t),this.t)}),i=e.periods(t).map(e=>({value:String(e),text:I(e,this.t)}));return this.choice(this.t(`words.content.${t}`),e.satellite===null?i:[{value:``,text:r},...i],n===null?``:String(n),n=>this.ask(`earshot/settings/set_retention`,{satellite:e.satellite,content:t,keep_for:n===``?null:Number(n)}))}sharing(e){let t=e=>this.t(e?`satellites.share.yes`:`satellites.share.no`),n=this.t(`satellites.as_the_house`,{value:t(e.houseShares)}),r=[!1,!0].map(e=>({value:String(e),text:t(e)})),i=e.sharedSince;return C`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.share.title`)}</legend>
      ${this.choice(this.t(`satellites.share.who`),e.satellite===null?r:[{value:``,text:n},...r],e.shared===null?``:String(e.shared),t=>this.ask(`earshot/settings/share`,{satellite:e.satellite,shared:t===``?null:t===`true`}))}
      <p class="muted small">
        ${i===null?this.t(`satellites.share.hint`):this.t(`satellites.share.since`,{since:this.session?.format.moment(i)??``})}
      </p>
    </fieldset>`}guests({guests:e},t){let n=[!1,!0].map(e=>({value:String(e),text:this.t(e?`satellites.guests.yes`:`satellites.guests.no`)}));return C`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.guests.title`)}</legend>
      ${this.choice(this.t(`satellites.guests.who`),n,String(e),e=>this.ask(`earshot/settings/guests`,{satellite:t,guests_or_children:e===`true`}))}
      <p class="muted small">${this.t(`satellites.guests.hint`)}</p>
    </fieldset>`}rules(e,t){return C`<fieldset ?disabled=${this.busy}>
      <legend>${this.t(`satellites.rules.${t}`)}</legend>
      ${be.map(n=>this.zone(e,t,n))}
      ${e.engineRules(t).map(([e,n])=>this.engine(t,e,n))}
      ${this.another(e,t)}
    </fieldset>`}zone(e,t,n){let r=e.houseRule(t,n),i=this.t(`satellites.as_the_house`,{value:this.ruleText(r)}),a=e.rule(t,n),o={value:``,text:e.satellite===null?this.ruleText(null):i},s=j.map(e=>({value:e,text:this.ruleText(e)}));return this.choice(this.t(`satellites.zone.${n}`),e.satellite===null&&a!==null?s:[o,...s],a??``,r=>this.ask(`earshot/settings/set_rule`,{satellite:e.satellite,content:t,target:n,rule:L(r)}))}engine(e,t,n){let r={value:``,text:this.t(this.satellite===null?`satellites.as_its_place`:`satellites.no_own_rule`)},i=j.map(e=>({value:e,text:this.ruleText(e)})),{friendly_name:a}=this.session?.hass().states[t]?.attributes??{};return this.choice(typeof a==`string`?a:t,[r,...i],n,n=>this.ask(`earshot/settings/set_rule`,{satellite:this.satellite,content:e,target:t,rule:L(n)}))}another(e,t){let n=new Set(e.engineRules(t).map(([e])=>e)),r=this.session?.hass(),i=r===void 0?[]:we(r,t).filter(({value:e})=>!n.has(e));if(i.length===0)return w;let a={value:``,text:this.t(`satellites.choose_engine`)};return this.choice(this.t(`satellites.one_engine`),[a,...i],``,n=>{n!==``&&this.ask(`earshot/settings/set_rule`,{satellite:e.satellite,content:t,target:n,rule:`local_only`})})}choice(e,t,n,r){return C`<label>
      ${e}
      <select @change=${e=>r(e.target.value)}>
        ${t.map(({value:e,text:t})=>C`<option value=${e} .selected=${ve(e===n)}>${t}</option>`)}
      </select>
    </label>`}ruleText(e){return this.t(`satellites.rule.${e??`none`}`)}async ask(e,t){this.busy=!0,await R(this,e,t),this.busy=!1}};v([S({attribute:!1})],F.prototype,`satellite`,void 0),v([S({attribute:!1})],F.prototype,`told`,void 0),v([p()],F.prototype,`busy`,void 0),F=v([T(`earshot-privacy-settings`)],F);function I(e,t){return e===0?t(`satellites.period.nothing`):e%86400==0?t(`satellites.period.days`,{count:e/86400}):e%3600==0?t(`satellites.period.hours`,{count:e/3600}):t(`satellites.period.minutes`,{count:Math.round(e/60)})}var Ce={sound:[`stt`,`wake_word`],words:[`conversation`,`tts`]};function we(e,t){return Object.entries(e.states).filter(([n])=>Ce[t].includes(n.split(`.`)[0]??``)&&e.entities?.[n]?.platform!==`earshot`).map(([e,t])=>{let{friendly_name:n}=t?.attributes??{};return{value:e,text:typeof n==`string`?n:e}}).sort((e,t)=>e.text.localeCompare(t.text))}function L(e){return j.find(t=>t===e)??null}async function R(e,t,n){let{session:r}=e;if(r!==void 0)try{await r.client.ask(t,n)}catch(t){D(e,{text:_(g.from(t),r.localize),seconds:10})}}var z=class extends m{constructor(...e){super(...e),this.satellite=null,this.told=void 0,this.mayChange=!1,this.busy=!1}static{this.styles=[...m.styles,t`
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
    `]}render(){if(this.told===void 0)return w;let e=new P(this.told,this.satellite),{silence:t}=e;return t===null?this.mayChange?this.on():w:this.off(t,e.ownSilence!==null)}off(e,t){return C`<div class="row wrap">
      <span class="row off" role="status"><earshot-icon .path=${o}></earshot-icon>${this.since(e,t)}</span>
      ${t&&this.mayChange?C`<button ?disabled=${this.busy} @click=${()=>this.ask(`earshot/settings/on_the_record`,{satellite:this.satellite})}>
              ${this.t(`satellites.off.end`)}
            </button>`:w}
    </div>`}since({until:e},t){let n=this.session?.format;if(!t)return this.t(`satellites.off.house`);if(e===null||n===void 0)return this.t(`satellites.off.open`);let r=n.isoDay(e)===n.isoDay(new Date);return this.t(`satellites.off.until`,{until:r?n.time(e):n.moment(e)})}on(){return C`<div class="row wrap">
      <button ?disabled=${this.busy} @click=${this.go}>
        <earshot-icon .path=${o}></earshot-icon>${this.t(`satellites.off.begin`)}
      </button>
      <select aria-label=${this.t(`satellites.off.how_long`)} ?disabled=${this.busy}>
        ${Se.map(e=>C`<option value=${e??``}>${this.length(e)}</option>`)}
      </select>
    </div>`}length(e){return e===null?this.t(`satellites.off.until_ended`):I(e,this.t)}go(){let e=Number(this.period?.value??0),t=e===0?null:new Date(Date.now()+e*1e3).toISOString();this.ask(`earshot/settings/off_the_record`,{satellite:this.satellite,until:t})}async ask(e,t){this.busy=!0,await R(this,e,t),this.busy=!1}};v([S({attribute:!1})],z.prototype,`satellite`,void 0),v([S({attribute:!1})],z.prototype,`told`,void 0),v([S({type:Boolean,attribute:`may-change`})],z.prototype,`mayChange`,void 0),v([p()],z.prototype,`busy`,void 0),v([h(`select`)],z.prototype,`period`,void 0),z=v([T(`earshot-off-record`)],z);var B=`config/config_entries/subentries/flow`,Te=class{constructor(e,t,n){this.session=e,this.told=t,this.failed=n,this.over=!1,this.asked=0}async begin(e,t){try{this.end=await this.session.client.follow(`subscribe_events`,{event_type:`data_entry_flow_progressed`},({data:{flow_id:e}})=>{e===this.flowId&&this.look()})}catch(e){this.failed(g.from(e));return}await this.ask(`POST`,B,{handler:[e,`satellite`],...t!==void 0&&{subentry_id:t}})}async answer(e){await this.ask(`POST`,this.path,e)}async look(){this.flowId!==void 0&&!this.over&&await this.ask(`GET`,this.path)}async stop(){let e=this.path,t=this.flowId!==void 0&&!this.over;await this.finish(),t&&await this.session.hass().callApi(`DELETE`,e).catch(()=>void 0)}stopAtOnce(){this.flowId===void 0||this.over||(this.over=!0,this.session.hass().fetchWithAuth(`/api/${this.path}`,{method:`DELETE`,keepalive:!0}))}get path(){return`${B}/${this.flowId??``}`}async ask(e,t,n){let r=++this.asked,i;try{i=await this.session.hass().callApi(e,t,n)}catch(e){r===this.asked&&this.failed(De(e));return}this.flowId=i.flow_id,(i.type===`create_entry`||i.type===`abort`)&&await this.finish(),r===this.asked&&this.told(i)}async finish(){this.over=!0;let{end:e}=this;this.end=void 0,await e?.()}};function V(e,t){let n=e.map(({name:e,default:n,selector:r})=>{let i=r?.select!==void 0&&!r.select.multiple&&H(r.select)[0]?.value;return[e,t[e]??n??i]});return Object.fromEntries(n)}function Ee(e,t){return e.every(({name:e,selector:n})=>{let{select:r}=n??{};if(r===void 0||r.multiple)return!1;let i=H(r);return e in t?i.some(n=>n.value===t[e]):i.length===1})}function H(e){return e.options.map(e=>typeof e==`string`?{value:e,label:e}:e)}function De({status_code:e}){return e===void 0?g.from({code:`connection_lost`}):g.from({code:{401:`unauthorized`,403:`unauthorized`,404:`flow_gone`}[e]??`unknown_error`})}var Oe=`component.earshot.config_subentries.satellite`,ke=new Set([`listening`,`processing`,`responding`]),U=class extends m{constructor(...e){super(...e),this.open=!1,this.busy=!1,this.postures=[],this.entityId=null,this.leaving=()=>this.flow?.stopAtOnce()}static{this.styles=[...m.styles,_e,t`
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
    `]}async begin(e,t){let{session:n}=this;if(n===void 0)return;this.posture=t,this.entityId=t?.satellite.entity_id??null,this.step=void 0,this.error=void 0,this.open=!0,window.addEventListener(`pagehide`,this.leaving),await this.loadTexts();let r=new Te(n,e=>this.show(e),e=>this.show(void 0,e));this.flow=r,await r.begin(e,t?.paired??void 0)}willUpdate(){let e=this.session?.generation;this.generation!==void 0&&e!==this.generation&&this.flow?.look(),this.generation=e}disconnectedCallback(){super.disconnectedCallback(),this.close()}render(){return C`<earshot-dialog heading=${this.heading()} ?open=${this.open} @closed=${()=>this.close()}>
      ${this.content()}
    </earshot-dialog>`}heading(){let{step:e}=this,t=e?.type===`form`||e?.type===`menu`?this.text(`step.${e.step_id}.title`,e):``;return e?.type===`progress`?this.t(`satellites.pair.listening`):e?.type===`create_entry`||this.succeeded?this.t(`satellites.pair.heard`):t||this.t(`satellites.pair.title`)}get succeeded(){return this.step?.type===`abort`&&this.step.reason.endsWith(`_successful`)}content(){let{step:e,error:t}=this;if(t!==void 0)return C`${le(t,this.t)}${this.closing()}`;if(e===void 0)return C`<earshot-waiting></earshot-waiting>`;switch(e.type){case`form`:return this.formOf(e);case`menu`:return this.menuOf(e);case`progress`:return this.progressOf(e);case`create_entry`:return this.done();case`abort`:return this.succeeded?this.done():this.aborted(e)}}formOf(e){let{data_schema:t,errors:n}=e;if(t.find(({selector:e})=>e?.select===void 0&&e?.boolean===void 0)!==void 0)return this.strange();let{base:r}=n??{};return C`<form @submit=${e=>{e.preventDefault(),this.answer(this.collect(t))}}>
      ${this.paragraphs(`step.${e.step_id}.description`,e)}
      ${r===void 0?w:C`<p class="error" role="alert">${this.text(`error.${r}`,e)}</p>`}
      ${t.map(t=>this.field(t,e))}
      <div class="row wrap spread">
        <button type="button" class="plain" @click=${()=>this.close()}>${this.t(`ui.cancel`)}</button>
        <button class="filled" ?disabled=${this.busy}>${this.t(`satellites.pair.next`)}</button>
      </div>
    </form>`}field(e,t){if(e.name in this.given())return w;let n=this.text(`step.${t.step_id}.data.${e.name}`,t),r=this.text(`step.${t.step_id}.data_description.${e.name}`,t),i=t.errors?.[e.name],a=i===void 0?w:C`<p class="error" role="alert">${this.text(`error.${i}`,t)}</p>`,{select:o}=e.selector??{};return o===void 0?this.yesOrNo(e,n,r):o.multiple?this.several(e,n,r,a):this.one(e,n,r,a)}yesOrNo(e,t,n){return C`<div>
      <label class="switch">
        <input type="checkbox" role="switch" name=${e.name} .checked=${e.default===!0} />${t}
      </label>
      <p class="muted small hint">${n}</p>
    </div>`}one(e,t,n,r){let i=e.selector?.select===void 0?[]:H(e.selector.select);return C`<div>
      <label class="field">
        ${t}
        <select name=${e.name}>
          ${i.map(({value:t,label:n})=>C`<option value=${t} .selected=${t===e.default}>${this.option(e,t,n)}</option>`)}
        </select>
      </label>
      ${r}
      <p class="muted small">${n}</p>
    </div>`}option(e,t,n){return e.name===`wake_word`&&t===`all`?this.t(`satellites.pair.all_words`):n}several(e,t,n,r){let i=e.selector?.select===void 0?[]:H(e.selector.select),a=Array.isArray(e.default)?e.default:[];return C`<fieldset>
      <legend>${t}</legend>
      ${i.map(({value:t,label:n})=>C`<label class="option">
          <input type="checkbox" name=${e.name} value=${t} .checked=${a.includes(t)} />${n}
        </label>`)}
      ${r}
      <p class="muted small">${n}</p>
    </fieldset>`}menuOf(e){let[t]=e.menu_options;return C`<div class="text">${this.paragraphs(`step.${e.step_id}.description`,e)}</div>
      <div class="menu">
        ${e.menu_options.map(n=>C`<button
            class=${n===t?`filled`:``}
            ?disabled=${this.busy}
            @click=${()=>this.answer({next_step_id:n})}
          >
            ${this.text(`step.${e.step_id}.menu_options.${n}`,e)}
          </button>`)}
      </div>`}progressOf(e){let t=this.live!==void 0&&ke.has(this.live);return C`<div class="live">
      <div class="ear ${t?`heard`:``}">
        <earshot-icon .path=${t?ie:l}></earshot-icon>
      </div>
      <p class="now">${this.text(`progress.${e.progress_action}`,e)}</p>
      <p role="status" class="muted">
        ${t?this.t(`satellites.pair.state.${this.live??``}`):this.t(`satellites.pair.waits`)}
      </p>
      <button class="plain" @click=${()=>this.close()}>${this.t(`satellites.pair.stop`)}</button>
    </div>`}done(){return C`<div class="live">
      <div class="ear heard"><earshot-icon .path=${i}></earshot-icon></div>
      <p role="status">${this.t(`satellites.pair.done`)}</p>
    </div>${this.closing()}`}aborted(e){return C`<div class="live">
        <earshot-icon .path=${d}></earshot-icon>
        <p role="status">${this.text(`abort.${e.reason}`,e)}</p>
      </div>${this.closing()}`}strange(){return C`<p role="alert">${this.t(`satellites.pair.strange`)}</p>
      <p><a href="/config/integrations/integration/earshot">${this.t(`satellites.pair.there`)}</a></p>`}closing(){return C`<button slot="actions" class="filled" @click=${()=>this.close()}>${this.t(`satellites.pair.close`)}</button>`}paragraphs(e,t){return this.text(e,t).split(/\n\n+/).filter(e=>e!==``).map(e=>C`<p>${e}</p>`)}text(e,t){let n=`${Oe}.${e}`,r=this.texts?.(n,t.description_placeholders??{})??``;return r===n?``:r}given(){let{posture:e}=this;return e!==void 0&&e.paired===null?{satellite:e.key}:{}}collect(e){let t=this.form===null?new FormData:new FormData(this.form),n=e.filter(({name:e})=>!(e in this.given())).map(({name:e,selector:n})=>n?.select===void 0?[e,t.has(e)]:[e,n.select.multiple?t.getAll(e):t.get(e)]);return{...V(e,this.given()),...Object.fromEntries(n)}}async answer(e){this.busy=!0;let{satellite:t}=e,n=this.postures.find(e=>e.key===t);n!==void 0&&(this.entityId=n.satellite.entity_id),await this.flow?.answer(e),this.busy=!1}show(e,t){if(this.open){if(this.step=e,this.error=t,e?.type===`form`){let t=this.given();e.step_id===`user`&&!e.errors&&Ee(e.data_schema,t)&&(this.step=void 0,this.answer(V(e.data_schema,t)))}e?.type===`progress`?this.followSatellite():this.unfollow(),(e?.type===`create_entry`||this.succeeded)&&this.dispatchEvent(new CustomEvent(`paired`))}}followSatellite(){let e=this.entityId;this.following===void 0&&this.session!==void 0&&e!==null&&(this.following=this.session.client.follow(`subscribe_entities`,{entity_ids:[e]},({a:t,c:n})=>{this.live=t?.[e]?.s??n?.[e]?.[`+`]?.s??this.live}).catch(()=>void 0))}unfollow(){this.following?.then(e=>e?.()),this.following=void 0,this.live=void 0}async loadTexts(){let{session:e}=this;if(this.texts!==void 0||e===void 0)return;let{language:t}=e.hass(),{resources:n}=await e.client.ask(`frontend/get_translations`,{language:t,category:`config_subentries`,integration:[`earshot`]}).catch(()=>({resources:{}}));this.texts=y(n,t)}close(){this.open&&(this.open=!1,window.removeEventListener(`pagehide`,this.leaving),this.unfollow(),this.flow?.stop(),this.flow=void 0)}};v([p()],U.prototype,`open`,void 0),v([p()],U.prototype,`step`,void 0),v([p()],U.prototype,`error`,void 0),v([p()],U.prototype,`busy`,void 0),v([p()],U.prototype,`texts`,void 0),v([p()],U.prototype,`live`,void 0),v([S({attribute:!1})],U.prototype,`postures`,void 0),v([h(`form`)],U.prototype,`form`,void 0),U=v([T(`earshot-pairing-dialog`)],U);var W={warning:0,note:1,fine:2};function G(e){return[...Pe(e),...Fe(e),...Re(e),Be(e.encrypted),...e.doors.flatMap(Ve),He(e)].sort((e,t)=>W[e.weight]-W[t.weight])}function K(e){return G(e).filter(e=>e.weight===`warning`).length}function Ae(e){return[...e].sort((e,t)=>K(t)-K(e)||e.satellite.label.localeCompare(t.satellite.label)||je(e,t))}function q(e){let t=e.pipelines.flatMap(e=>e.stages).filter(t=>Ne(e,t));return t.filter((e,n)=>t.findIndex(t=>Me(t,e))===n)}function je(e,t){return e.key.localeCompare(t.key)}function Me(e,t){return e.stage===t.stage&&e.label===t.label&&e.place===t.place}function Ne(e,t){let{value:n}=e.wake.where;return t.stage!==`wake_word`||n===`streamed`||n===null}function J(e,t,n,r,i={}){return{key:e,weight:t,icon:n,fact:r,values:i}}function Pe({available:e}){return e?[]:[J(`unavailable`,`note`,b)]}function Fe(e){let{where:t,words:n}=e.wake,r=n.filter(e=>e.active).map(e=>e.phrase);switch(t.value){case`on_device`:return[J(`wake_on_device`,`fine`,l,t,{words:r.join(`, `),count:r.length})];case`none`:return[J(`wake_none`,`fine`,l,t)];case`streamed`:return Ie(e);default:return[J(`wake_unknown`,`warning`,c,t)]}}function Ie(e){let{where:t}=e.wake,r=q(e).filter(e=>e.stage===`wake_word`);return r.length===0?[J(`streams_to_nobody`,`warning`,n,t)]:r.map(e=>{let r=k(e.place)?`warning`:`note`;return J(r===`warning`?`streams_outside`:`streams`,r,n,Le(t,e.evidence),{engine:e.label})})}function Le(e,t){let n=[`enforced`,`observed`,`declared`,`unknown`];return{evidence:n.indexOf(t)>n.indexOf(e.evidence)?t:e.evidence,why:e.why}}function Re(e){return e.pipelines.length===0?[J(`no_pipeline`,`note`,s)]:[...e.pipelines.flatMap(Y),...q(e).flatMap(ze)]}function Y(e){return e.pipeline===null?[J(`pipeline_unknown`,`warning`,c)]:e.assistant===null?[J(`past_earshot`,`warning`,s,void 0,{pipeline:e.pipeline})]:[]}function ze(e){if(!k(e.place)||e.stage===`wake_word`)return[];let t=e.stage===`speech_to_text`,n={evidence:e.evidence,why:`configuration`};return[J(t?`sound_leaves`:`words_leave`,`warning`,x,n,{engine:e.label})]}function Be(e){return e.value===null?J(`encryption_unknown`,`warning`,c,e):e.value?J(`encrypted`,`fine`,a,e):J(`not_encrypted`,`warning`,re,e)}function Ve(e){let{authenticated:t}=e;if(t.value===!0)return[];let n=e.host===`home_assistant`?`door_here`:`door`;return[J(t.value===null?`door_unknown`:n,`warning`,se,t,{host:e.host,port:String(e.port)})]}function He({mute:e,muted:t}){return t.value===!0?J(`muted`,`fine`,oe,t):e.value===null||e.value===`none_known`?J(`mute_none_known`,`note`,l,e):J(e.value===`hardware`?`mute_hardware`:`mute_software`,`fine`,l,t)}var X=class extends m{constructor(...e){super(...e),this.posture=void 0,this.told=void 0,this.mayChange=!1,this.opened=!1}static{this.styles=[...m.styles,t`
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
    `]}render(){let{posture:e}=this;if(e===void 0)return w;let{label:t,area:n}=e.satellite;return C`<article class="card" aria-label=${t}>
      <header>
        <earshot-icon .path=${te}></earshot-icon>
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
    </article>`}about(e,t){let n=this.t(e.paired===null?`satellites.pairing.none`:`satellites.pairing.is`);return[t,this.t(`satellites.speaks.${e.speaks.value??`other`}`),n].filter(e=>e!==null).join(` · `)}line({key:e,values:t,weight:n,icon:r,fact:i}){return C`<li class="line ${n}">
      <earshot-icon .path=${n===`warning`?ee:r}></earshot-icon>
      <span>
        ${n===`warning`?C`<span class="visually-hidden">${this.t(`satellites.warning`)}</span>`:w}
        ${this.t(`satellites.line.${e}`,t)}
      </span>
      ${i===void 0?w:C`<span class="why small">
              <earshot-evidence .evidence=${i.evidence}></earshot-evidence>
              <span class="muted">${this.t(`satellites.why.${i.why}`)}</span>
            </span>`}
    </li>`}handed(e){let t=q(e);return t.length===0?w:C`<table>
      <caption>
        ${this.t(`satellites.handed`)}
      </caption>
      <tbody>
        ${t.map(e=>this.stage(e))}
      </tbody>
    </table>`}stage({stage:e,label:t,place:n,evidence:r}){return C`<tr>
      <th scope="row">${this.t(`words.stage.${e}`)}</th>
      <td>
        <div>${t}</div>
        <div class="where small">
          <earshot-place .place=${n}></earshot-place><earshot-evidence .evidence=${r}></earshot-evidence>
        </div>
      </td>
    </tr>`}settings(e){let{told:t}=this,n=e.satellite.entity_id;if(t===void 0||n===null)return w;let r=new P(t,n);return C`
      <div class="stack">
        <p>
          ${Z(r,this.t,e=>this.session?.format.list(e)??``)}
          ${this.readers(r)}
        </p>
        <earshot-off-record .satellite=${n} .told=${t} ?may-change=${this.mayChange}></earshot-off-record>
      </div>
      ${this.mayChange?this.details(n,t):w}
    `}readers(e){return A.some(t=>e.kept(t)>0)?this.t(e.sharedSince===null?`satellites.share.is_not`:`satellites.share.is`):w}details(e,t){return C`<details @toggle=${e=>this.toggle(e)}>
      <summary><earshot-icon .path=${u}></earshot-icon>${this.t(`satellites.settings`)}</summary>
      ${this.opened?C`<earshot-privacy-settings .satellite=${e} .told=${t}></earshot-privacy-settings>`:w}
    </details>`}toggle(e){this.opened=e.target.open}pairing(t){return t.paired===null?t.pipelines.length===0?C`<p class="row muted small">
        <earshot-icon .path=${d}></earshot-icon>${this.t(`satellites.pairing.impossible`)}
      </p>`:C`<div class="row wrap">
      <button class="filled" @click=${()=>this.wish(`pair`)}>
        <earshot-icon .path=${e}></earshot-icon>${this.t(`satellites.pairing.begin`)}
      </button>
    </div>`:C`<div class="row wrap">
        <button @click=${()=>this.wish(`change`)}>
          <earshot-icon .path=${e}></earshot-icon>${this.t(`satellites.pairing.change`)}
        </button>
        <button class="danger plain" @click=${()=>this.wish(`unpair`)}>
          <earshot-icon .path=${ne}></earshot-icon>${this.t(`satellites.pairing.end`)}
        </button>
      </div>`}wish(e){this.dispatchEvent(new CustomEvent(`pairing`,{detail:e}))}};v([S({attribute:!1})],X.prototype,`posture`,void 0),v([S({attribute:!1})],X.prototype,`told`,void 0),v([S({type:Boolean,attribute:`may-change`})],X.prototype,`mayChange`,void 0),v([p()],X.prototype,`opened`,void 0),X=v([T(`earshot-satellite-card`)],X);function Z(e,t,n){if(e.silence!==null)return t(`satellites.kept.off`);let r=A.filter(t=>e.kept(t)>0);if(r.length===0)return t(`satellites.kept.nothing`);let i=r.map(n=>t(`satellites.kept.item.${n}`,{period:I(e.kept(n),t)}));return t(r.includes(`sound`)?`satellites.kept.now`:`satellites.kept.no_sound`,{items:n(i)})}var Ue=15e3,We=1e3,Ge=10,Q=class extends E{static{this.styles=[...E.styles,t`
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
    `]}constructor(){super(),this.satellites=new de(this,e=>Ke(e)),this.timer=0,new fe(this,`earshot/settings/subscribe`,e=>{this.told=e})}connectedCallback(){super.connectedCallback(),this.timer=window.setInterval(()=>{document.visibilityState===`visible`&&this.satellites.reload()},Ue)}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(this.timer)}get mayChange(){return this.session?.me.role===`admin`}render(){return C`
      ${ae(this.satellites.state,this.t,e=>C`${this.house()}${this.list(e)}`,()=>void this.satellites.reload())}
      <earshot-confirm></earshot-confirm>
      <earshot-pairing-dialog
        .postures=${this.satellites.value??[]}
        @paired=${()=>void this.satellites.reload()}></earshot-pairing-dialog>
    `}house(){let{told:e}=this;if(e===void 0)return w;let t=new P(e,null);return C`<section class="card house" aria-labelledby="house">
      <h2 id="house" class="row"><earshot-icon .path=${r}></earshot-icon>${this.t(`satellites.house`)}</h2>
      ${e.readable?w:C`<p role="alert">${this.t(`satellites.unreadable`)}</p>`}
      <p>${Z(t,this.t,e=>this.session?.format.list(e)??``)}</p>
      <earshot-off-record .told=${e} ?may-change=${this.mayChange}></earshot-off-record>
      ${this.mayChange?C`<details>
              <summary><earshot-icon .path=${u}></earshot-icon>${this.t(`satellites.house_settings`)}</summary>
              <earshot-privacy-settings .told=${e}></earshot-privacy-settings>
            </details>`:w}
    </section>`}list(e){return e.length===0?C`<earshot-message .icon=${ue} heading=${this.t(`satellites.empty.title`)}>
        ${this.t(`satellites.empty.text`)}
        ${this.mayChange?C`<a slot="action" class="button" href="/config/integrations/dashboard">${this.t(`satellites.empty.action`)}</a>`:w}
      </earshot-message>`:C`<section class="stack">
      <div class="row wrap spread">
        <h2>${this.t(`satellites.title`,{count:e.length})}</h2>
        ${this.mayChange?C`<button @click=${()=>this.pair(void 0)}>
                <earshot-icon .path=${ce}></earshot-icon>${this.t(`satellites.pairing.any`)}
              </button>`:w}
      </div>
      <div class="satellites">${Ae(e).map(e=>this.card(e))}</div>
    </section>`}card(e){return C`<earshot-satellite-card
      .posture=${e}
      .told=${this.told}
      ?may-change=${this.mayChange}
      @pairing=${t=>this.wish(t.detail,e)}
    ></earshot-satellite-card>`}wish(e,t){e===`unpair`?this.unpair(t):this.pair(t)}async pair(e){await this.attempt(async t=>this.dialog?.begin(await $(t),e))}async unpair(e){let{label:t}=e.satellite,n=await this.confirm?.ask({heading:this.t(`satellites.unpair.title`,{satellite:t}),text:this.t(`satellites.unpair.text`),action:this.t(`satellites.unpair.action`),danger:!0}),{paired:r}=e;n===!0&&r!==null&&await this.attempt(async e=>{await e.client.ask(`config_entries/subentries/delete`,{entry_id:await $(e),subentry_id:r}),D(this,{text:this.t(`satellites.unpair.done`,{satellite:t})}),await this.satellites.reload()})}async attempt(e){let{session:t}=this;if(t!==void 0)try{await e(t)}catch(e){D(this,{text:_(g.from(e),this.t),seconds:10})}}};v([p()],Q.prototype,`told`,void 0),v([h(`earshot-confirm`)],Q.prototype,`confirm`,void 0),v([h(`earshot-pairing-dialog`)],Q.prototype,`dialog`,void 0),Q=v([T(`earshot-satellites-page`)],Q);async function Ke({client:e}){for(let t=1;;t++)try{return(await e.ask(`earshot/satellites/list`)).satellites}catch(e){if(e.code!==`not_loaded`||t===Ge)throw e;await new Promise(e=>window.setTimeout(e,We))}}async function $({client:e}){let[t]=await e.ask(`config_entries/get`,{domain:`earshot`});if(t===void 0)throw g.from({code:`not_loaded`});return t.entry_id}export{Q as EarshotSatellitesPage};