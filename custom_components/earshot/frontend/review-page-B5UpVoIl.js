import{D as e,K as t,Kt as n,N as r,On as i,Pn as a,Sn as o,W as s,_ as c,_t as l,ct as u,d,dn as f,dt as p,f as m,ft as ee,g as h,h as g,in as _,k as te,l as v,nn as ne,p as y,u as b,v as x,w as S,x as C,y as w,zn as T,zt as E}from"./session-keeper-xz4QIxtX.js";import{t as D}from"./page-C7cxgX1z.js";import{n as O}from"./loaded-CD7GJ6Wy.js";import"./confirm-B6-hqJ5H.js";import{t as k}from"./watching-FqvicNaX.js";import"./dialog-BdQvcO_-.js";import{n as A,t as re}from"./panel-BAsqYquz.js";import{n as ie,t as ae}from"./waveform-Dr8iEES-.js";var oe={403:`unauthorized`,404:`clip_over`,503:`desk_store`};async function se({client:e,hass:t},n){let{path:r}=await e.ask(`earshot/review/sound_path`,{ticket:n});return j(t().hassUrl(r))}async function j(e){let t=await fetch(e,{cache:`no-store`}).catch(()=>void 0);if(t===void 0)throw new g(`connection_lost`,`sound`);if(!t.ok)throw new g(oe[t.status]??`unknown_error`,String(t.status));return t.arrayBuffer()}var M=class{constructor(e){this.changed=e,this.begun=0}get loaded(){return this.sound!==void 0}get playing(){return this.source!==void 0}get length(){return this.sound?.duration??0}get position(){return this.source===void 0||this.context===void 0?0:Math.min(this.context.currentTime-this.begun,this.length)}get samples(){return this.sound?.getChannelData(0)}async load(e){this.context??=new AudioContext,this.sound=await this.context.decodeAudioData(e)}async play(){if(this.context===void 0||this.sound===void 0)return;this.stop(),await this.context.resume();let e=this.context.createBufferSource();e.buffer=this.sound,e.connect(this.context.destination),e.onended=()=>{this.source===e&&this.stop()},this.begun=this.context.currentTime,this.source=e,e.start(),this.changed()}stop(){let{source:e}=this;e!==void 0&&(this.source=void 0,e.stop(),e.disconnect(),this.changed())}forget(){this.stop(),this.sound=void 0,this.context?.close().catch(()=>void 0),this.context=void 0}},N=class extends m{constructor(...e){super(...e),this.alarm=void 0,this.busy=!1,this.sound=new M(()=>this.requestUpdate()),this.hear=()=>this.work(async(e,{number:t})=>{if(!this.sound.loaded){let n=await e.client.ask(`earshot/desk/open_alarm`,{number:t});if(this.opened=n,n.sound===null)return;await this.sound.load(await j(e.hass().hassUrl(n.sound.path)))}await this.sound.play()})}static{this.styles=[...m.styles,e`
      .card {
        display: grid;
        gap: 12px;
        border: 2px solid var(--es-danger);
      }
      .title {
        color: var(--es-danger);
      }
      blockquote {
        margin: 0;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--es-outline);
      }
      .error {
        color: var(--es-danger);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.sound.forget(),this.opened=void 0}render(){let{alarm:e,opened:t,session:n}=this;if(e===void 0||n===void 0)return C;let{format:i}=n;return S`<section class="card" aria-labelledby="title">
      <div class="row title">
        <earshot-icon .path=${r}></earshot-icon><h3 id="title">${this.t(`review.alarms.title`)}</h3>
      </div>
      <p>
        ${this.t(`review.alarms.raised`,{reviewer:e.reviewer,at:i.moment(e.raised)})}
        ${e.until===null?C:this.t(`review.alarms.until`,{until:i.moment(e.until)})}
      </p>
      ${t===void 0?S`<p class="small muted">${this.t(`review.alarms.entered`)}</p>`:this.words(t)}
      ${this.error===void 0?C:S`<p class="error" role="alert">${v(this.error,this.t)}</p>`}
      <div class="row wrap">
        <button class="filled" ?disabled=${this.busy} @click=${this.hear}>
          <earshot-icon .path=${l}></earshot-icon>${this.t(t===void 0?`review.alarms.open`:`review.alarms.again`)}
        </button>
        <button ?disabled=${this.busy} @click=${()=>this.decide(`release`)}>${this.t(`review.alarms.release`)}</button>
        <button class="danger" ?disabled=${this.busy} @click=${()=>this.decide(`delete`)}>${this.t(`review.alarms.delete`)}</button>
      </div>
      <earshot-confirm></earshot-confirm>
    </section>`}words({words:e,written:t}){let n=(e,t)=>t===null?C:S`<div><p class="small muted">${e}</p><blockquote dir="auto">${t}</blockquote></div>`;return S`${n(this.t(`review.alarms.understood`),e)} ${n(this.t(`review.alarms.written`),t)}`}async decide(e){await this.confirm?.ask({heading:this.t(`review.alarms.${e}_title`),text:this.t(`review.alarms.${e}_text`),action:this.t(`review.alarms.${e}`),danger:e===`delete`})===!0&&await this.work(async(t,{number:n})=>{await t.client.ask(`earshot/desk/decide`,{number:n,decision:e}),this.sound.forget(),this.dispatchEvent(new CustomEvent(`decided`))})}async work(e){let{session:t,alarm:n}=this;if(!(t===void 0||n===void 0||this.busy)){this.busy=!0,this.error=void 0;try{await e(t,n)}catch(e){this.error=g.from(e)}this.busy=!1}}};y([x({attribute:!1})],N.prototype,`alarm`,void 0),y([c()],N.prototype,`opened`,void 0),y([c()],N.prototype,`busy`,void 0),y([c()],N.prototype,`error`,void 0),y([h(`earshot-confirm`)],N.prototype,`confirm`,void 0),N=y([w(`earshot-desk-alarm`)],N);var ce=[`common_voice`,`openwakeword`],P=class extends m{constructor(...e){super(...e),this.made=[],this.busy=!1,this.make=async e=>{e.preventDefault();let{session:t}=this;if(t===void 0||this.busy)return;let n=new FormData(e.target);this.busy=!0,this.ready=void 0,this.error=void 0,this.work=new AbortController;try{let e=await t.client.work(`earshot/desk/export`,{name:String(n.get(`name`)),layout:String(n.get(`layout`))},e=>e.type===`ready`,()=>void 0,this.work.signal);this.ready=e,F(t.hass().hassUrl(e.path),e.filename),this.dispatchEvent(new CustomEvent(`made`))}catch(e){this.error=g.from(e)}this.busy=!1}}static{this.styles=[...m.styles,e`
      .card {
        display: grid;
        gap: 12px;
      }
      form {
        display: grid;
        gap: 12px;
      }
      .field {
        display: grid;
        gap: 4px;
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .error {
        color: var(--es-danger);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.work?.abort()}render(){let{session:e,ready:t}=this;return e===void 0?C:S`<section class="card" aria-labelledby="sets">
      <h3 id="sets">${this.t(`review.sets.title`)}</h3>
      ${this.made.length===0?S`<p>${this.t(`review.sets.none`)}</p>`:C}
      <ul>
        ${this.made.map(t=>S`<li>
            <div>${t.name} <span class="small muted">${this.t(`review.sets.layout.${t.layout}`)}</span></div>
            <div class="small muted">
              ${e.format.moment(t.made)} · ${this.t(`review.sets.clips`,{count:t.clips})}
              ${t.removed===0?C:S`· ${this.t(`review.sets.removed`,{count:t.removed})}`}
            </div>
          </li>`)}
      </ul>
      <form @submit=${this.make}>
        <div class="field">
          <label class="small" for="name">${this.t(`review.sets.name`)}</label>
          <input id="name" name="name" required maxlength="40" pattern="[A-Za-z0-9][A-Za-z0-9._\\-]*" autocomplete="off" aria-describedby="name-how" />
          <span id="name-how" class="small muted">${this.t(`review.sets.name_how`)}</span>
        </div>
        <div class="field">
          <label class="small" for="layout">${this.t(`review.sets.for`)}</label>
          <select id="layout" name="layout">
            ${ce.map(e=>S`<option value=${e}>${this.t(`review.sets.layout.${e}`)}</option>`)}
          </select>
        </div>
        <p class="small muted">${this.t(`review.sets.what`)}</p>
        <div>
          <button type="submit" ?disabled=${this.busy||!e.connected}>
            <earshot-icon .path=${ne}></earshot-icon>${this.t(`review.sets.make`)}
          </button>
        </div>
      </form>
      <div role="status">
        ${this.busy?S`<p>${this.t(`review.sets.making`)}</p><progress aria-label=${this.t(`review.sets.making`)}></progress>`:C}
        ${t===void 0?C:S`<p>
                ${this.t(`review.sets.ready`,{file:t.filename,size:e.format.bytes(t.size)})}
                ${this.t(`review.sets.clips`,{count:t.clips})}
                ${t.tombstones===0?C:this.t(`review.sets.tombstones`,{count:t.tombstones})}
              </p>`}
      </div>
      ${this.error===void 0?C:S`<p class="error" role="alert">${v(this.error,this.t)}</p>`}
    </section>`}};y([x({attribute:!1})],P.prototype,`made`,void 0),y([c()],P.prototype,`busy`,void 0),y([c()],P.prototype,`ready`,void 0),y([c()],P.prototype,`error`,void 0),P=y([w(`earshot-desk-data-sets`)],P);function F(e,t){let n=document.createElement(`a`);n.href=e,n.download=t,document.body.append(n),n.click(),n.remove()}var I=[`waiting`,`held`,`accepted`,`gone`],L=class extends m{constructor(...e){super(...e),this.desk=new O(this,({client:e})=>e.ask(`earshot/desk/get`)),this.figures=new O(this,({client:e})=>e.ask(`earshot/desk/statistics`))}static{this.styles=[...m.styles,e`
      :host {
        display: grid;
        gap: 16px;
      }
      .card {
        display: grid;
        gap: 12px;
        align-content: start;
      }
      .columns {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr));
      }
      .figures {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(110px, 1fr));
        margin: 0;
      }
      .figures div {
        display: flex;
        flex-direction: column-reverse;
      }
      .figures dd {
        margin: 0;
        font-size: 1.5rem;
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .lacks {
        color: var(--es-outside);
      }
      .has {
        color: var(--es-inside);
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      dl.statement {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dl.statement dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .texts p {
        margin-bottom: 8px;
        white-space: pre-line;
      }
      code {
        overflow-wrap: anywhere;
        font-family: var(--ha-font-family-code, monospace);
      }
    `]}render(){return d(this.desk.state,this.t,e=>this.view(e),()=>this.again())}view(e){return S`
      <h2>${this.t(`review.admin.title`)}</h2>
      ${e.statement===null?this.closed():C}
      ${e.alarms.map(e=>S`<earshot-desk-alarm .alarm=${e} @decided=${()=>this.again()}></earshot-desk-alarm>`)}
      ${d(this.figures.state,this.t,e=>this.statistics(e),()=>void this.figures.reload())}
      <div class="columns">
        ${this.reviewers(e)}
        <earshot-desk-data-sets .made=${e.data_sets} @made=${()=>this.again()}></earshot-desk-data-sets>
      </div>
      ${e.statement===null?C:this.statement(e.statement)}
    `}closed(){return S`<p class="card" role="alert">
      <span class="row lacks"><earshot-icon .path=${r}></earshot-icon>${this.t(`review.admin.closed`)}</span>
    </p>`}statistics(e){let{format:t}=this.session??{},{states:n,actions:r,received_today:i,heard_ms:a,size:o}=e,s=(e,n)=>S`<div><dt class="small muted">${e}</dt><dd>${typeof n==`number`?t?.number(n):n}</dd></div>`;return S`<section class="card" aria-labelledby="figures">
      <h3 id="figures">${this.t(`review.figures.title`)}</h3>
      <dl class="figures">
        ${s(this.t(`review.figures.received_today`),i)}
        ${I.map(e=>s(this.t(`review.figures.${e}`),n[e]??0))}
        ${s(this.t(`review.figures.danger`),r.raised_danger??0)}
        ${s(this.t(`review.figures.listened`),r.listened??0)}
        ${s(this.t(`review.figures.heard`),t?.duration(a)??``)}
        ${s(this.t(`review.figures.size`),t?.bytes(o)??``)}
      </dl>
      ${this.counts(this.t(`review.figures.gone_why`),e.gone,`review.gone`)}
      ${this.counts(this.t(`review.figures.refused`),e.refused,`review.refused`)}
    </section>`}counts(e,t,n){let r=Object.entries(t).filter(([,e])=>e>0);if(r.length===0)return C;let i=e=>n===`review.gone`?this.t(`review.gone.${e}`):this.t(`review.refused.${e}`);return S`<p class="small muted">
      ${e} ${r.map(([e,t])=>`${i(e)}: ${this.session?.format.number(t)}`).join(` · `)}
    </p>`}reviewers({reviewers:e,daily_limit:t}){return S`<section class="card" aria-labelledby="reviewers">
      <h3 id="reviewers">${this.t(`review.reviewers.title`)}</h3>
      ${e.length===0?S`<p>${this.t(`review.reviewers.none`)}</p>`:C}
      <ul>
        ${e.map(({name:e,second_factor:t})=>S`<li>
            <earshot-icon class=${t?`has`:`lacks`} .path=${t?s:T}></earshot-icon>
            <span>${e}</span>
            <span class="small ${t?`muted`:`lacks`}">
              ${this.t(t?`review.reviewers.strong`:`review.reviewers.weak`)}
            </span>
          </li>`)}
      </ul>
      <p class="small muted">${this.t(`review.reviewers.limit`,{count:t})} ${this.t(`review.reviewers.change`)}</p>
    </section>`}statement(e){let{format:t}=this.session??{},n=new Intl.DisplayNames([t?.language??`en`],{type:`language`}),r=(e,t)=>S`<dt class="muted">${e}</dt><dd>${t}</dd>`;return S`<section class="card" aria-labelledby="statement">
      <h3 id="statement">${this.t(`review.statement.title`)}</h3>
      <p class="muted small">
        ${this.t(`review.statement.version`,{version:e.version,issued:t?.moment(e.issued)??``})}
      </p>
      <dl class="statement">
        ${r(this.t(`review.bound.desk`),e.name)} ${r(this.t(`review.statement.address`),e.address)}
        ${r(this.t(`review.bound.contact`),e.contact)} ${r(this.t(`review.bound.people`),e.people)}
        ${r(this.t(`review.bound.place`),e.place)}
        ${r(this.t(`review.bound.kept`),this.t(`review.bound.days`,{days:e.retention_days}))}
        ${r(this.t(`review.statement.purposes`),e.purposes.map(e=>this.t(`review.purpose.${e}`)).join(` · `))}
        ${r(this.t(`review.statement.hash`),S`<code class="small">${e.sha256}</code>`)}
      </dl>
      ${Object.entries(e.texts).map(([e,t])=>S`<details class="texts">
          <summary>${this.t(`review.statement.text`,{language:n.of(e)??e})}</summary>
          <div lang=${e} dir="auto">
            ${[t.listen,t.who,t.where,t.how_long,t.what_for,t.withdraw,t.danger].map(e=>S`<p>${e}</p>`)}
          </div>
        </details>`)}
    </section>`}again(){this.desk.reload(),this.figures.reload()}};L=y([w(`earshot-desk-admin`)],L);var R=class extends m{constructor(...e){super(...e),this.bound=void 0,this.open=!1}static{this.styles=[...m.styles,e`
      summary {
        min-height: 40px;
        padding-block: 8px;
        cursor: pointer;
        color: var(--es-link);
        font-weight: 500;
      }
      ul {
        display: grid;
        gap: 8px;
        margin: 0 0 16px;
        padding-inline-start: 20px;
      }
      p {
        margin-bottom: 8px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        margin: 0;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `]}render(){let{bound:e}=this;if(e===void 0)return C;let{name:t,people:n,place:r,retention_days:i,contact:a}=e;return S`<details ?open=${this.open}>
      <summary>${this.t(`review.bound.title`)}</summary>
      <ul>
        <li>${this.t(`review.bound.logged`)}</li>
        <li>${this.t(`review.bound.alone`)}</li>
        <li>${this.t(`review.bound.secret`)}</li>
        <li>${this.t(`review.bound.nothing_kept`)}</li>
        <li>${this.t(`review.bound.stop`)}</li>
      </ul>
      <p class="muted small">${this.t(`review.bound.told`)}</p>
      <dl class="small">
        <dt class="muted">${this.t(`review.bound.desk`)}</dt>
        <dd>${t}</dd>
        <dt class="muted">${this.t(`review.bound.people`)}</dt>
        <dd>${n}</dd>
        <dt class="muted">${this.t(`review.bound.place`)}</dt>
        <dd>${r}</dd>
        <dt class="muted">${this.t(`review.bound.kept`)}</dt>
        <dd>${this.t(`review.bound.days`,{days:i})}</dd>
        <dt class="muted">${this.t(`review.bound.contact`)}</dt>
        <dd>${a}</dd>
      </dl>
    </details>`}};y([x({attribute:!1})],R.prototype,`bound`,void 0),y([x({type:Boolean})],R.prototype,`open`,void 0),R=y([w(`earshot-bound`)],R);var z={play:`Space`,write:`W`,right:`R`,wrong:`F`,good:`1`,noisy:`2`,unusable:`3`,accident:`A`,personal_data:`P`,danger:`D`,skip:`S`,done:`Enter`},B=new Map(Object.entries(z).map(([e,t])=>[t===`Space`?` `:t.toLowerCase(),e]));function V(e){if(e.isComposing||e.repeat||e.defaultPrevented||e.altKey||e.metaKey)return;let t=H(e.composedPath()[0]);if(t===`field`)return e.key===`Enter`?`done`:e.key===`F2`?`play`:void 0;if(e.key===`F2`)return`play`;if(e.ctrlKey)return e.key===`Enter`?`done`:void 0;if(t!==`control`||e.key!==` `&&e.key!==`Enter`)return B.get(e.key.toLowerCase())}function H(e){return e instanceof HTMLElement?e.isContentEditable||e.matches(`textarea, select, input:not([type=radio], [type=checkbox])`)?`field`:e.matches(`button, a, summary, input`)?`control`:`page`:`page`}var U=90,W=360,G=64,K=class extends m{constructor(...e){super(...e),this.clip=void 0,this.asking=!1,this.peaks=[],this.position=0,this.heard=!1,this.frame=0,this.sound=new M(()=>this.followed())}static{this.styles=[...m.styles,e`
      :host {
        display: grid;
        gap: 8px;
      }
      .player {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 16px;
        direction: ltr;
      }
      .play {
        width: 64px;
        height: 64px;
        padding: 0;
        border-radius: 50%;
      }
      .play earshot-icon {
        width: 32px;
        height: 32px;
      }
      svg {
        width: 100%;
        height: ${G}px;
      }
      path {
        fill: none;
        stroke: color-mix(in srgb, var(--es-sound) 40%, transparent);
        stroke-width: 2.4;
        stroke-linecap: round;
      }
      path.played {
        stroke: var(--es-sound);
      }
      .time {
        font-variant-numeric: tabular-nums;
      }
      kbd {
        display: inline-grid;
        place-items: center;
        min-height: 22px;
        margin-inline-start: 8px;
        padding: 0 6px;
        border: 1px solid currentColor;
        border-radius: 6px;
        font: 500 0.8125rem / 1 var(--ha-font-family-body, Roboto, sans-serif);
      }
      @media (hover: none) and (pointer: coarse) {
        kbd {
          display: none;
        }
      }
      .error {
        color: var(--es-danger);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.forget()}willUpdate(){this.clip?.ticket!==this.held&&(this.held=this.clip?.ticket,this.forget())}async toggle(){let{session:e,clip:t}=this;if(!(this.asking||e===void 0||t===void 0||t.sound_ms===0)){if(this.sound.playing)return this.sound.stop();this.asking=!0,this.error=void 0;try{if(this.sound.loaded||await this.fetch(e,t),this.clip?.ticket!==t.ticket||!this.isConnected)return this.forget();await this.sound.play(),this.heard=!0,this.dispatchEvent(new CustomEvent(`heard`))}catch(e){this.error=g.from(e),this.error.code===`clip_over`&&this.dispatchEvent(new CustomEvent(`over`))}finally{this.asking=!1}}}focusPlay(){this.updateComplete.then(()=>this.renderRoot.querySelector(`.play`)?.focus({preventScroll:!0}))}forget(){this.sound.forget(),this.peaks=[],this.position=0,this.heard=!1,this.error=void 0}render(){let{clip:e,session:t}=this;if(e===void 0||t===void 0)return C;if(e.sound_ms===0)return S`<p class="muted">${this.t(`review.no_sound`)}</p>`;let{format:n}=t,r=this.sound.length||e.sound_ms/1e3,a=this.position/r,o=ae(this.peaks.length>0?this.peaks:Array(U).fill(.05),W,G),s=this.t(this.sound.playing?`review.stop`:this.heard?`review.replay`:`review.play`);return S`<div class="player">
        <button
          class="filled play"
          aria-label=${s}
          aria-keyshortcuts=${z.play}
          title=${s}
          ?disabled=${this.asking||!t.connected}
          @click=${()=>this.toggle()}
        >
          <earshot-icon .path=${this.sound.playing?i:this.heard?f:_}></earshot-icon>
        </button>
        <svg viewBox="0 0 ${W} ${G}" preserveAspectRatio="none" aria-hidden="true">
          <defs><clipPath id="played"><rect width=${W*a} height=${G}></rect></clipPath></defs>
          <path d=${o}></path><path class="played" d=${o} clip-path="url(#played)"></path>
        </svg>
        <span class="time small muted">${n.duration(r*1e3)} <kbd aria-hidden="true">${this.t(`review.keys.space`)}</kbd></span>
      </div>
      ${this.error===void 0?C:S`<p class="error" role="alert">${v(this.error,this.t)}</p>`}`}async fetch(e,t){let n=await se(e,t.ticket);try{await this.sound.load(n)}catch{throw new g(`sound_unplayable`,``)}this.peaks=ie(this.sound.samples??new Float32Array,U)}followed(){cancelAnimationFrame(this.frame),this.position=this.sound.position,this.requestUpdate(),this.sound.playing&&(this.frame=requestAnimationFrame(()=>this.followed()))}};y([x({attribute:!1})],K.prototype,`clip`,void 0),y([c()],K.prototype,`asking`,void 0),y([c()],K.prototype,`error`,void 0),y([c()],K.prototype,`peaks`,void 0),y([c()],K.prototype,`position`,void 0),K=y([w(`earshot-review-player`)],K);function le(e){return{words:e.words??``,wakeWord:void 0,quality:void 0}}function q({purpose:e}){return e===`improve_speech_recognition`}function J(e){return!q(e)}function Y(e,t,n){if(e.sound_ms>0&&!n)return`heard`;if(t.quality!==`unusable`)return q(e)&&t.words.trim()===``?`words`:J(e)&&t.wakeWord===void 0?`wake_word`:t.quality===void 0?`quality`:void 0}function X(e,t,n){let r=t.words.replace(/\s+/g,` `).trim(),i=n===void 0||n===`danger`;return{ticket:e.ticket,words:i&&q(e)&&r!==``?r:null,wake_word:i&&J(e)?t.wakeWord??null:null,quality:t.quality??(n===void 0?`good`:`unusable`),accident:n===`accident`,personal_data:n===`personal_data`,danger:n===`danger`}}var ue=[`good`,`noisy`,`unusable`],de=[`right`,`wrong`],Z=class extends m{constructor(...e){super(...e),this.clip=void 0,this.busy=!1,this.draft={words:``,wakeWord:void 0,quality:void 0},this.heard=!1,this.pressed=!1,this.done=()=>{let{clip:e}=this;e===void 0||this.busy||(this.pressed=!0,Y(e,this.draft,this.heard)===void 0&&this.dispatchEvent(new CustomEvent(`done`,{detail:this.draft})))},this.over=()=>{this.dispatchEvent(new CustomEvent(`over`))},this.leave=e=>{e.key===`Escape`&&this.textarea?.blur(),e.key===`Enter`&&!e.isComposing&&e.preventDefault()}}static{this.styles=[...m.styles,e`
      .card {
        display: grid;
        gap: 24px;
        padding: 24px;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .field {
        display: grid;
        gap: 8px;
      }
      label,
      legend {
        padding: 0;
        font-weight: 500;
      }
      legend {
        margin-bottom: 8px;
      }
      textarea {
        width: 100%;
        min-height: 72px;
        padding: 12px;
        font-size: 1.125rem;
        resize: vertical;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: none;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .choice {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding: 0 16px;
        border: 1px solid var(--es-outline);
        border-radius: 22px;
        font-weight: 400;
        cursor: pointer;
      }
      .choice:has(:checked) {
        border-color: var(--es-accent);
        background: color-mix(in srgb, var(--es-accent) 14%, transparent);
      }
      .choice:has(:focus-visible) {
        outline: 2px solid var(--es-link);
        outline-offset: 2px;
      }
      .choice input:focus-visible {
        outline: none;
      }
      kbd {
        display: inline-grid;
        place-items: center;
        min-width: 24px;
        min-height: 22px;
        padding: 0 6px;
        border: 1px solid currentColor;
        border-radius: 6px;
        font: 500 0.8125rem / 1 var(--ha-font-family-body, Roboto, sans-serif);
        opacity: 0.8;
      }
      .alarms {
        padding-top: 16px;
        border-top: 1px solid var(--divider-color);
      }
      .alarms button {
        color: var(--primary-text-color);
        font-weight: 400;
      }
      .alarms button.danger {
        border-color: var(--es-danger);
        color: var(--es-danger);
        font-weight: 500;
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
      }
      .end .filled {
        min-height: 48px;
        padding: 0 24px;
        border-radius: 24px;
      }
      /* Nobody has a keyboard there. */
      @media (hover: none) and (pointer: coarse) {
        kbd,
        .keys {
          display: none;
        }
      }
    `]}willUpdate(){this.clip!==void 0&&this.clip.ticket!==this.described&&(this.described=this.clip.ticket,this.draft=le(this.clip),this.heard=!1,this.pressed=!1)}act(e){this.busy||(e===`play`?this.player?.toggle():e===`write`?this.textarea?.focus():e===`done`?this.done():e===`skip`?this.dispatchEvent(new CustomEvent(`skip`)):e===`right`||e===`wrong`?this.say({wakeWord:e}):e===`good`||e===`noisy`||e===`unusable`?this.say({quality:e}):this.alarm(e))}forget(){this.player?.forget()}focusPlay(){this.updateComplete.then(()=>this.player?.focusPlay())}render(){let{clip:e}=this;return e===void 0?C:S`<section class="card" aria-label=${this.t(`review.clip`)}>
      ${this.facts(e)}
      <earshot-review-player .clip=${e} @heard=${()=>this.heard=!0} @over=${this.over}></earshot-review-player>
      ${q(e)?this.words(e):C} ${J(e)?this.wakeWord(e):C}
      ${this.quality()} ${this.end(e)} ${this.alarms()}
    </section>`}facts(e){let{session:t}=this,n=new Intl.DisplayNames([t?.format.language??`en`],{type:`language`}),r=Object.entries(e.redactions);return S`<header>
        <span class="chip">${this.t(`review.purpose.${e.purpose}`)}</span>
        <span class="chip"><earshot-icon .path=${a}></earshot-icon>${n.of(e.language)}</span>
        ${e.masked===null?C:S`<span class="chip">${this.t(`review.masked`)}</span>`}
      </header>
      ${r.length===0?C:S`<p class="small muted">
              ${this.t(`review.hidden.what`)}
              ${r.map(([e,t])=>this.t(`review.hidden.kind.${e}`,{count:t})).join(` · `)}
            </p>`}`}words(e){return S`<div class="field">
      <label for="words">${this.t(`review.words.title`)} ${this.key(`write`)}</label>
      <textarea
        id="words"
        rows="2"
        maxlength="2000"
        lang=${e.language}
        dir="auto"
        spellcheck="true"
        autocomplete="off"
        aria-describedby="words-how"
        .value=${this.draft.words}
        @input=${e=>this.say({words:e.target.value})}
        @keydown=${this.leave}
      ></textarea>
      <p id="words-how" class="small muted">
        ${this.t(e.words===null?`review.words.write`:`review.words.correct`)} <span class="keys">${this.t(`review.words.keys`)}</span>
      </p>
    </div>`}wakeWord(e){let t=e.wake_word===null?this.t(`review.wake_word.any`):this.t(`review.wake_word.title`,{phrase:e.wake_word});return this.choices(`wake_word`,t,de,this.draft.wakeWord,e=>this.say({wakeWord:e}))}quality(){return this.choices(`quality`,this.t(`review.quality.title`),ue,this.draft.quality,e=>this.say({quality:e}))}choices(e,t,n,r,i){return S`<fieldset>
      <legend>${t}</legend>
      <div class="choices">
        ${n.map(t=>S`<label class="choice">
            <input
              type="radio"
              name=${e}
              .checked=${t===r}
              aria-keyshortcuts=${z[t]}
              @change=${()=>i(t)}
            />
            ${this.t(`review.${e}.${t}`)} ${this.key(t)}
          </label>`)}
      </div>
    </fieldset>`}end(e){let t=Y(e,this.draft,this.heard),n=this.session?.connected!==!0;return S`<div class="end">
      <button class="filled" aria-keyshortcuts=${z.done} ?disabled=${this.busy||n} @click=${this.done}>
        <earshot-icon .path=${s}></earshot-icon>${this.t(`review.done`)} ${this.key(`done`)}
      </button>
      <button aria-keyshortcuts=${z.skip} ?disabled=${this.busy||n} @click=${()=>this.act(`skip`)}>
        <earshot-icon .path=${o}></earshot-icon>${this.t(`review.skip`)} ${this.key(`skip`)}
      </button>
      <span class="small" role="status">
        ${this.pressed&&t!==void 0?this.t(`review.missing.${t}`):C}
      </span>
    </div>`}alarms(){let e=(e,t,n=``)=>S`<button
      class=${n}
      aria-keyshortcuts=${z[e]}
      ?disabled=${this.busy||this.session?.connected!==!0}
      @click=${()=>this.alarm(e)}
    >
      <earshot-icon .path=${t}></earshot-icon>${this.t(`review.alarm.${e}`)} ${this.key(e)}
    </button>`;return S`<fieldset class="alarms">
      <legend class="visually-hidden">${this.t(`review.alarm.title`)}</legend>
      <div class="choices">
        ${e(`accident`,p)} ${e(`personal_data`,te)}
        ${e(`danger`,r,`danger`)}
      </div>
    </fieldset>`}key(e){return S`<kbd aria-hidden="true">${e===`play`?this.t(`review.keys.space`):z[e]}</kbd>`}say(e){this.draft={...this.draft,...e}}alarm(e){this.dispatchEvent(new CustomEvent(`alarm`,{detail:{kind:e,draft:this.draft}}))}};y([x({attribute:!1})],Z.prototype,`clip`,void 0),y([x({type:Boolean})],Z.prototype,`busy`,void 0),y([c()],Z.prototype,`draft`,void 0),y([c()],Z.prototype,`heard`,void 0),y([c()],Z.prototype,`pressed`,void 0),y([h(`earshot-review-player`)],Z.prototype,`player`,void 0),y([h(`textarea`)],Z.prototype,`textarea`,void 0),Z=y([w(`earshot-review-clip`)],Z);var Q=class extends m{constructor(...e){super(...e),this.hands={kind:`empty`},this.busy=!1,this.timer=0,this.told=new O(this,({client:e})=>e.ask(`earshot/review/progress`)),this.watched=new k(this,`earshot/review/subscribe`,(e,{progress:t,ticket:n})=>(this.latest=t,!this.busy&&this.hands.kind===`clip`&&this.hands.clip.ticket!==n&&this.takenAway(),t)),this.pressed=e=>{if(this.raising!==void 0||this.hasDialog)return;let t=V(e);t!==void 0&&(this.hands.kind===`clip`?(e.preventDefault(),this.clip?.act(t)):t===`done`&&(this.hands.kind===`empty`||this.hands.kind===`over`)&&this.renderRoot.querySelector(`.next`)?.click())},this.raise=async()=>{let{hands:e,raising:t}=this;e.kind===`clip`&&t!==void 0&&(await this.handIn(e.clip,t,`danger`),this.raising=void 0)}}static{this.styles=[...m.styles,e`
      :host {
        display: grid;
        gap: 16px;
        width: 100%;
        max-width: 760px;
        margin-inline: auto;
      }
      .progress {
        display: grid;
        gap: 6px;
      }
      .guidance {
        display: grid;
        gap: 12px;
        padding: 16px;
        border-inline-start: 4px solid var(--es-danger);
        border-radius: 8px;
        background: color-mix(in srgb, var(--es-danger) 8%, transparent);
        text-align: start;
        white-space: pre-line;
      }
      .guidance p {
        max-width: none;
      }
      ul {
        margin: 12px 0 0;
        padding-inline-start: 20px;
      }
      li {
        padding-block: 2px;
      }
      .raised {
        display: grid;
        gap: 16px;
        padding: 24px;
      }
    `]}connectedCallback(){super.connectedCallback(),window.addEventListener(`keydown`,this.pressed)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(`keydown`,this.pressed),window.clearTimeout(this.timer)}render(){let{told:e,watched:t}=this,n=e.state.kind===`failed`?e.state.error:t.interrupted??void 0;if(n!==void 0)return this.refused(n);if(e.state.kind!==`ready`)return S`<earshot-waiting></earshot-waiting>`;let{bound:r}=e.state.value,i=this.latest??e.state.value.progress;return S`
      ${this.progress(i)} ${this.inHands(i,r)}
      <earshot-bound .bound=${r} ?open=${this.hands.kind===`empty`}></earshot-bound>
      ${this.raisingDialog(r)}
      <earshot-confirm></earshot-confirm>
    `}refused(e){return e.code===`second_factor_missing`?re(this.t):b(e,this.t,()=>{this.told.reload(),this.watched.again()})}progress({today:e,limit:t,labels:n}){return S`<section class="progress" aria-label=${this.t(`review.progress.title`)}>
      <div class="row wrap spread small">
        <span role="status">${this.t(`review.progress.today`,{today:e,limit:t})}</span>
        <span class="muted">${this.t(`review.progress.labels`,{count:n})}</span>
      </div>
      <progress max=${t} value=${Math.min(e,t)} aria-label=${this.t(`review.progress.title`)}></progress>
    </section>`}inHands(e,n){let{hands:r}=this;switch(r.kind){case`clip`:return S`<earshot-review-clip
          .clip=${r.clip}
          ?busy=${this.busy}
          @done=${e=>this.handIn(r.clip,e.detail)}
          @skip=${()=>this.skip(r.clip)}
          @alarm=${e=>this.alarm(r.clip,e.detail)}
          @over=${()=>this.takenAway()}
        ></earshot-review-clip>`;case`over`:return this.message(ee,`over`,this.nextButton(`review.next`));case`limit`:return this.message(u,`limit`);case`raised`:return this.raised(n);case`failed`:return b(r.error,this.t,()=>this.next());case`none_left`:case`empty`:return e.today>=e.limit?this.message(u,`limit`):e.waiting===0?this.message(t,`nothing`):S`<earshot-message
          .icon=${l}
          heading=${this.t(`review.waiting.title`,{count:e.waiting})}
        >
          ${this.t(`review.waiting.text`)} ${this.nextButton(`review.begin`)}
        </earshot-message>`}}message(e,t,n=C){return S`<earshot-message role="status" .icon=${e} heading=${this.t(`review.${t}.title`)}>
      ${this.t(`review.${t}.text`)} ${n}
    </earshot-message>`}nextButton(e){let t=this.busy||this.session?.connected!==!0;return S`<button slot="action" class="filled next" ?disabled=${t} @click=${()=>this.next()}>
      ${this.t(e)}
    </button>`}guidance({danger_contact:e,danger_guidance:t}){return S`<div class="guidance">
      <p>${t}</p>
      <p><strong>${this.t(`review.danger.contact`)}</strong> ${e}</p>
    </div>`}raisingDialog(e){return S`<earshot-dialog
      heading=${this.t(`review.danger.title`)}
      ?open=${this.raising!==void 0}
      @closed=${()=>this.raising=void 0}
    >
      ${this.guidance(e)}
      <ul>
        <li>${this.t(`review.danger.held`)}</li>
        <li>${this.t(`review.danger.told`,{name:e.name})}</li>
        <li>${this.t(`review.danger.donor`)}</li>
        <li>${this.t(`review.danger.nobody_knows`)}</li>
      </ul>
      <button slot="actions" @click=${()=>this.raising=void 0}>${this.t(`ui.cancel`)}</button>
      <button slot="actions" class="filled danger" ?disabled=${this.busy} @click=${this.raise}>
        ${this.t(`review.danger.action`)}
      </button>
    </earshot-dialog>`}raised(e){return S`<section class="card raised" role="status">
      <div class="row"><earshot-icon .path=${E}></earshot-icon><h2>${this.t(`review.raised.title`)}</h2></div>
      <p>${this.t(`review.raised.text`,{name:e.name})}</p>
      ${this.guidance(e)}
      <p class="muted">${this.t(`review.raised.rest`)}</p>
      <div><button class="next" ?disabled=${this.busy} @click=${()=>this.next()}>${this.t(`review.raised.on`)}</button></div>
    </section>`}get hasDialog(){return this.confirm?.shadowRoot?.querySelector(`earshot-dialog[open]`)!=null}async next(){await this.work(async e=>{let{clip:t,progress:n}=await e.client.ask(`earshot/review/next`);this.latest=n,this.hold(t===null?{kind:`none_left`}:{kind:`clip`,clip:t})}),await this.updateComplete,this.clip?.focusPlay()}async handIn(e,t,n){await this.work(async r=>{this.latest=await r.client.ask(`earshot/review/label`,X(e,t,n)),this.clip?.forget(),this.hold({kind:n===`danger`?`raised`:`empty`})})&&n!==`danger`&&(n!==void 0&&A(this,{text:this.t(`review.destroyed.${n}`)}),await this.next())}async skip(e){await this.work(async t=>{this.latest=await t.client.ask(`earshot/review/skip`,{ticket:e.ticket}),this.clip?.forget(),this.hold({kind:`empty`})})&&await this.next()}async alarm(e,{kind:t,draft:n}){t===`danger`?this.raising=n:await this.confirm?.ask({heading:this.t(`review.${t}.title`),text:this.t(`review.${t}.text`),action:this.t(`review.destroy`),danger:!0})===!0&&await this.handIn(e,n,t)}async work(e){let{session:t}=this;if(t===void 0||this.busy)return!1;this.busy=!0;try{return await e(t),!0}catch(e){return this.failed(g.from(e)),!1}finally{this.busy=!1}}failed(e){e.code===`clip_over`?this.takenAway():e.code===`review_limit`?this.hold({kind:`limit`}):this.hands.kind===`clip`?A(this,{text:v(e,this.t),seconds:10}):this.hold({kind:`failed`,error:e}),(e.code===`second_factor_missing`||e.denied)&&this.told.reload()}takenAway(){this.clip?.forget(),this.raising=void 0,this.hold({kind:`over`})}hold(e){if(window.clearTimeout(this.timer),this.hands=e,e.kind!==`clip`)return;let t=new Date(e.clip.until).getTime()-Date.now();this.timer=window.setTimeout(()=>this.takenAway(),Math.max(t,0))}};y([c()],Q.prototype,`hands`,void 0),y([c()],Q.prototype,`busy`,void 0),y([c()],Q.prototype,`raising`,void 0),y([h(`earshot-review-clip`)],Q.prototype,`clip`,void 0),y([h(`earshot-confirm`)],Q.prototype,`confirm`,void 0),Q=y([w(`earshot-review-room`)],Q);function fe(e){return S`<earshot-message .icon=${n} heading=${e(`review.not_listed.title`)}>
    ${e(`review.not_listed.text`)}
  </earshot-message>`}var $=class extends D{static{this.styles=[...D.styles,e`
      :host {
        display: grid;
        gap: 32px;
      }
    `]}render(){let{me:e}=this.session??{};return e===void 0?C:S`
      ${e.reviews?S`<earshot-review-room></earshot-review-room>`:fe(this.t)}
      ${e.role===`admin`?S`<earshot-desk-admin></earshot-desk-admin>`:C}
    `}};$=y([w(`earshot-review-page`)],$);export{$ as EarshotReviewPage};