import{A as e,An as t,At as n,Ct as r,D as i,F as a,Hn as ee,Jt as te,K as ne,P as o,X as re,_ as s,_t as c,a as l,d as u,f as d,g as f,gn as ie,h as p,in as ae,kn as oe,kt as m,l as h,mt as se,o as g,p as _,rn as ce,tt as le,un as ue,v,vt as de,w as y,x as b,y as x,z as fe}from"./session-keeper-xz4QIxtX.js";import{n as S,t as C}from"./loaded-CD7GJ6Wy.js";import{t as pe}from"./page-C7cxgX1z.js";import{n as w}from"./panel-BAsqYquz.js";import{a as me,i as T,l as E,n as he,o as D,r as ge,s as _e,t as ve}from"./sound-81G2xes_.js";import{n as ye,t as be}from"./waveform-Dr8iEES-.js";import{t as xe}from"./switch.css-1ZHKBdLl.js";var O=3600,k=[1,6,12,24,48,72,168],A=[5,10,20,50,100],Se=100,j=class extends d{constructor(...e){super(...e),this.told=void 0,this.busy=!1}static{this.styles=[...d.styles,i`
      .card {
        display: grid;
        gap: 20px;
      }
      fieldset {
        display: grid;
        gap: 4px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: none;
      }
      legend {
        padding: 0;
        font-weight: 500;
      }
      .option {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
        align-items: start;
        min-height: 40px;
        padding: 8px 0;
      }
      .option span span {
        display: block;
      }
      .fields {
        display: grid;
        gap: 20px 24px;
        grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
      }
      .field {
        display: grid;
        gap: 6px;
        align-content: start;
      }
      .field input,
      .field select {
        width: 100%;
      }
      .field input[type="range"] {
        padding: 0;
        accent-color: var(--es-accent);
      }
    `]}render(){let e=this.told?.choices;return this.session===void 0||!e?b:y`<section class="card" aria-labelledby="choices">
      <h2 id="choices">${this.t(`sharing.choices.title`)}</h2>
      ${this.modes(e)}
      <div class="fields">
        ${e.mode===`after_wait`?this.wait(e):b} ${this.share(e)} ${this.cap(e)}
        ${this.strength(e)} ${this.text(`proxy`,e.proxy)} ${this.text(`folder`,e.folder)}
      </div>
    </section>`}modes({mode:e}){return y`<fieldset>
      <legend>${this.t(`sharing.choices.mode`)}</legend>
      ${[`ask`,`after_wait`].map(t=>y`<label class="option">
          <input type="radio" name="mode" .checked=${e===t} ?disabled=${this.busy} @change=${()=>this.set({mode:t})} />
          <span>${this.t(`sharing.choices.mode_${t}`)}<span class="muted small">${this.t(`sharing.choices.mode_${t}_text`)}</span></span>
        </label>`)}
    </fieldset>`}wait({wait:e}){let t=e/O,n=k.includes(t)?k:[t,...k];return this.field(`wait`,y`<select ?disabled=${this.busy} @change=${e=>this.set({wait:M(e)*O})}>
        ${n.map(e=>y`<option value=${e} ?selected=${e===t}>${this.t(`sharing.choices.hours`,{count:e})}</option>`)}
      </select>`)}share({sampling:e}){let t=A.includes(e)?A:[e,...A];return this.field(`sampling`,y`<select ?disabled=${this.busy} @change=${e=>this.set({sampling:M(e)})}>
        ${t.map(t=>y`<option value=${t} ?selected=${t===e}>${this.t(`sharing.choices.percent`,{share:t})}</option>`)}
      </select>`)}cap({daily_cap:e}){return this.field(`daily_cap`,y`<input type="number" min="0" max=${Se} .value=${String(e)} ?disabled=${this.busy} @change=${e=>this.set({daily_cap:Math.round(M(e))})} />`)}strength({strength:e}){return this.field(`strength`,y`<input type="range" min="0" max="100" step="5" .value=${String(e)} ?disabled=${this.busy} aria-valuetext=${this.t(`sharing.sound.strength_of`,{share:e})} @change=${e=>this.set({strength:M(e)})} />`)}text(e,t){return this.field(e,y`<input type="text" autocomplete="off" spellcheck="false" .value=${t??``} ?disabled=${this.busy} @change=${t=>this.set({[e]:Ce(t)})} />`)}field(e,t){return y`<label class="field">
      <span>${this.t(`sharing.choices.${e}`)}</span>
      ${t}
      <span class="muted small">${this.t(`sharing.choices.${e}_text`)}</span>
    </label>`}async set(e){this.busy=!0;try{await this.session?.client.ask(`earshot/donation/choices`,e),w(this,{text:this.t(`sharing.choices.set`)})}catch(e){w(this,{text:h(p.from(e),this.t),seconds:10})}this.busy=!1,this.dispatchEvent(new CustomEvent(`changed`))}};_([v({attribute:!1})],j.prototype,`told`,void 0),_([s()],j.prototype,`busy`,void 0),j=_([x(`earshot-sharing-choices`)],j);function M(e){return Number(e.target.value)}function Ce(e){let t=e.target.value.trim();return t===``?null:t}var N=[`desk`,`statement`,`purposes`,`satellites`,`until`,`confirm`];function we(e,t){return{address:e,statement:void 0,purposes:new Set,satellites:new Set,until:t,ofAge:!1,othersKnow:!1}}function P(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function F(e,t,n){switch(e){case`desk`:return Ee(t.address);case`statement`:return t.statement!==void 0;case`purposes`:return t.purposes.size>0;case`satellites`:return t.satellites.size>0;case`until`:return t.until>n&&t.until<=P(n,365);case`confirm`:return t.ofAge&&t.othersKnow}}function Te(e,t){return N.every(n=>F(n,e,t))}function Ee(e){let t=URL.parse(e.trim());return t===null||t.username!==``||t.password!==``?!1:t.protocol===`https:`||t.protocol===`http:`&&De.test(t.hostname)}var De=/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;function I(e,t){let n=new Set(e);return n.delete(t)||n.add(t),n}function Oe(e,t){let n=Object.keys(e.texts),[r=``]=t.toLowerCase().split(`-`),i=n.find(e=>e.toLowerCase()===t.toLowerCase())??n.find(e=>e.toLowerCase().split(`-`)[0]===r)??n.find(e=>e===`en`)??n[0],a=i===void 0?void 0:e.texts[i];return i===void 0||a===void 0?void 0:{language:i,text:a}}function L(e){return e.match(/.{1,4}/g)?.join(` `)??e}function ke({places:e}){return[...e].sort((e,t)=>Number(e.guests_or_children)-Number(t.guests_or_children))}var Ae=i`
  :host {
    display: block;
  }
  form.card,
  .done.card {
    display: grid;
    gap: 20px;
    max-width: 720px;
    margin: 0 auto;
    padding: 24px;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.25;
  }
  h2:focus {
    outline: none;
  }
  progress {
    height: 6px;
  }
  .intro {
    max-width: 42em;
    line-height: 1.5;
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .field input[type="date"] {
    width: 12em;
  }
  fieldset {
    display: grid;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: none;
  }
  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    gap: 14px;
    min-height: 48px;
    padding: 10px 0;
    cursor: pointer;
  }
  .option + .option {
    border-top: 1px solid var(--divider-color);
  }
  .option > span {
    display: grid;
    gap: 2px;
  }
  .option input {
    flex: none;
    margin: 2px;
  }
  .option.barred {
    cursor: default;
    color: var(--es-muted);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(8em, auto) minmax(0, 1fr);
    gap: 10px 16px;
    margin: 0;
  }
  dt {
    color: var(--es-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .error {
    color: var(--es-danger);
  }
  .done.card {
    justify-items: center;
    text-align: center;
  }
  .done > earshot-icon {
    width: 56px;
    height: 56px;
    color: var(--es-inside);
  }
  ul {
    display: grid;
    gap: 8px;
    width: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
    text-align: start;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
  }
  @media (max-width: 600px) {
    form,
    .done {
      padding: 16px;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-bottom: 12px;
    }
  }
`,je=[[`listen`,c],[`who`,e],[`where`,te],[`how_long`,fe],[`what_for`,oe],[`withdraw`,m],[`danger`,o]],R=class extends d{constructor(...e){super(...e),this.statement=void 0}static{this.styles=[...d.styles,i`
      :host {
        display: grid;
        gap: 20px;
      }
      .parts {
        display: grid;
        gap: 16px;
      }
      .part {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 16px;
      }
      .part earshot-icon {
        grid-row: span 2;
        width: 24px;
        height: 24px;
        margin-top: 2px;
        color: var(--es-listened);
      }
      h3 {
        font-size: 0.875rem;
        color: var(--es-muted);
      }
      .own {
        white-space: pre-wrap;
        line-height: 1.5;
        max-width: 42em;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(8em, auto) minmax(0, 1fr);
        gap: 6px 16px;
        margin: 0;
        padding-top: 16px;
        border-top: 1px solid var(--divider-color);
      }
      dt {
        color: var(--es-muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      code {
        font-size: 0.875rem;
      }
      @media (max-width: 600px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          margin-bottom: 8px;
        }
      }
    `]}render(){let{statement:e,session:t}=this;if(e===void 0||t===void 0)return b;let{format:n}=t,r=Oe(e,n.language);return y`
      <div class="parts" lang=${r?.language??b}>
        ${r===void 0?b:je.map(([e,t])=>this.paragraph(e,t,r.text))}
      </div>
      <dl class="small">
        ${this.fact(`name`,e.name)} ${this.fact(`people`,e.people)}
        ${this.fact(`place`,e.place)}
        ${this.fact(`retention`,this.t(`sharing.days`,{count:e.retention_days}))}
        ${this.fact(`contact`,e.contact)} ${this.fact(`address`,e.address)}
        ${this.fact(`version`,this.t(`sharing.statement.issued`,{version:e.version,at:n.date(e.issued)}))}
        <dt>${this.t(`sharing.statement.key`)}</dt>
        <dd><code dir="ltr">${L(e.key_sha256)}</code></dd>
        <dt>${this.t(`sharing.statement.hash`)}</dt>
        <dd><code dir="ltr">${L(e.sha256)}</code></dd>
      </dl>
      <p class="muted small">${this.t(`sharing.statement.declared`)}</p>
    `}paragraph(e,t,n){return n[e].trim()===``?b:y`<div class="part">
      <earshot-icon .path=${t}></earshot-icon>
      <h3>${this.t(`sharing.statement.part.${e}`)}</h3>
      <p class="own" dir="auto">${n[e]}</p>
    </div>`}fact(e,t){return y`<dt>${this.t(`sharing.statement.fact.${e}`)}</dt><dd dir="auto">${t}</dd>`}};_([v({attribute:!1})],R.prototype,`statement`,void 0),R=_([x(`earshot-statement`)],R);var z=class extends d{constructor(...e){super(...e),this.told=void 0,this.proposed=``,this.step=`desk`,this.busy=!1,this.back=()=>this.show(N[N.indexOf(this.step)-1]??`desk`),this.next=async e=>{e.preventDefault(),this.error=void 0,this.busy=!0;try{this.step===`desk`&&await this.askDesk(),this.step===`confirm`?await this.give():this.show(N[N.indexOf(this.step)+1]??`confirm`)}catch(e){this.error=p.from(e)}finally{this.busy=!1}}}static{this.styles=[...d.styles,Ae,i``]}get today(){return this.session?.format.isoDay(new Date)??``}get answers(){return this.draft??=we(this.proposed,P(this.today,90)),this.draft}render(){let{told:e,session:t}=this;if(e===void 0||t===void 0)return b;if(this.given!==void 0)return this.done(this.given);let n=N.indexOf(this.step)+1,r=this.step===`confirm`,i=r?Te(this.answers,this.today):F(this.step,this.answers,this.today);return y`<form class="card" @submit=${this.next}>
      <p class="muted small">${this.t(`sharing.consent.step`,{number:n,of:N.length})}</p>
      <progress max=${N.length} value=${n} aria-label=${this.t(`sharing.consent.progress`)}></progress>
      <h2 tabindex="-1">${this.t(`sharing.consent.${this.step}.title`)}</h2>
      <p class="intro">${this.t(`sharing.consent.${this.step}.text`)}</p>
      ${this.question(e)}
      ${this.error===void 0?b:y`<p class="error" role="alert">${h(this.error,this.t)}</p>`}
      <div class="row wrap spread">
        ${n===1?y`<a class="button" href=${g(`sharing`)}>${this.t(`ui.cancel`)}</a>`:y`<button type="button" ?disabled=${this.busy} @click=${this.back}>${this.t(`sharing.consent.back`)}</button>`}
        <button class="filled" ?disabled=${!i||this.busy}>
          ${this.t(r?`sharing.consent.give`:`sharing.consent.next`)}
        </button>
      </div>
    </form>`}question(e){switch(this.step){case`desk`:return this.desk();case`statement`:return y`<earshot-statement .statement=${this.answers.statement}></earshot-statement>`;case`purposes`:return this.purposes();case`satellites`:return this.satellites(e);case`until`:return this.until();case`confirm`:return this.confirm(e)}}desk(){return y`<label class="field">
      <span>${this.t(`sharing.consent.desk.label`)}</span>
      <input
        type="url"
        inputmode="url"
        autocomplete="off"
        required
        placeholder="https://"
        .value=${this.answers.address}
        @input=${e=>this.answer({address:B(e),statement:void 0})}
      />
      <span class="muted small">${this.t(`sharing.consent.desk.hint`)}</span>
    </label>`}purposes(){return y`<fieldset>
      <legend class="visually-hidden">${this.t(`sharing.consent.purposes.title`)}</legend>
      ${this.answers.statement?.purposes.map(e=>this.box(T(e,this.t),me(e,this.t),this.answers.purposes.has(e),()=>this.answer({purposes:I(this.answers.purposes,e)})))}
    </fieldset>`}satellites(e){let t=ke(e);return t.length===0?y`<p>${this.t(`sharing.consent.satellites.none`)}</p>`:y`<fieldset>
      <legend class="visually-hidden">${this.t(`sharing.consent.satellites.title`)}</legend>
      ${t.map(e=>this.box(e.label,e.guests_or_children?this.t(`sharing.consent.satellites.guests`):e.area??``,this.answers.satellites.has(e.satellite),()=>this.answer({satellites:I(this.answers.satellites,e.satellite)}),e.guests_or_children))}
    </fieldset>`}until(){return y`<label class="field">
      <span>${this.t(`sharing.consent.until.label`)}</span>
      <input
        type="date"
        required
        min=${P(this.today,1)}
        max=${P(this.today,365)}
        .value=${this.answers.until}
        @input=${e=>this.answer({until:B(e)})}
      />
      <span class="muted small">${this.t(`sharing.consent.until.hint`,{days:365})}</span>
    </label>`}confirm(e){let{answers:t,session:n}=this,{statement:r}=t,i=e.places.filter(e=>t.satellites.has(e.satellite)).map(e=>e.label),a=[...t.purposes].map(e=>T(e,this.t));return y`
      <dl>
        <dt>${this.t(`sharing.consent.confirm.who`)}</dt>
        <dd dir="auto">${r?.name}<br /><span class="muted">${r?.people}</span></dd>
        <dt>${this.t(`sharing.consent.confirm.what_for`)}</dt>
        <dd>${n?.format.list(a)}</dd>
        <dt>${this.t(`sharing.consent.confirm.where_from`)}</dt>
        <dd dir="auto">${n?.format.list(i)}</dd>
        <dt>${this.t(`sharing.consent.confirm.until`)}</dt>
        <dd>${n?.format.calendarDay(t.until,{day:`numeric`,month:`long`,year:`numeric`})}</dd>
      </dl>
      <fieldset>
        <legend class="visually-hidden">${this.t(`sharing.consent.confirm.title`)}</legend>
        ${this.box(this.t(`sharing.consent.confirm.of_age`),``,t.ofAge,()=>this.answer({ofAge:!t.ofAge}))}
        ${this.box(this.t(`sharing.consent.confirm.others`),this.t(`sharing.consent.confirm.others_text`),t.othersKnow,()=>this.answer({othersKnow:!t.othersKnow}))}
      </fieldset>
      <p class="muted small">${this.t(`sharing.consent.confirm.separate`)}</p>
    `}box(e,t,n,r,i=!1){return y`<label class=${i?`option barred`:`option`}>
      <input type="checkbox" .checked=${n} ?disabled=${i} @change=${r} />
      <span><span dir="auto">${e}</span>${t===``?b:y`<span class="muted small" dir="auto">${t}</span>`}</span>
    </label>`}done(e){return y`<section class="card done" role="status">
      <earshot-icon .path=${ne}></earshot-icon>
      <h2 tabindex="-1">${this.t(`sharing.consent.done.title`)}</h2>
      <p class="intro">${this.t(`sharing.consent.done.text`)}</p>
      <ul>
        ${e.map(e=>y`<li>
            <span dir="auto">${this.t(`sharing.consents.line`,{satellite:e.satellite_label,purpose:T(e.purpose,this.t)})}</span>
            <button @click=${()=>this.download(e)}>
              <earshot-icon .path=${se}></earshot-icon>${this.t(`sharing.consents.receipt`)}
            </button>
          </li>`)}
      </ul>
      <a class="button filled" href=${g(`sharing`)}>${this.t(`sharing.consent.done.go`)}</a>
    </section>`}answer(e){this.draft={...this.answers,...e},this.error=void 0}show(e){this.step=e,this.error=void 0,this.updateComplete.then(()=>this.heading?.focus())}async askDesk(){let e=this.answers.address.trim(),t=await this.session?.client.ask(`earshot/donation/desk`,{address:e}),n=t?.sha256===this.answers.statement?.sha256?{}:{purposes:new Set,ofAge:!1,othersKnow:!1};this.answer({address:e,statement:t,...n})}async give(){let{answers:e,told:t}=this;if(e.statement===void 0||t===void 0)return;let n=new Set(t.consents.map(e=>e.consent_id)),r=await this.session?.client.ask(`earshot/donation/consent`,{address:e.address,statement_sha256:e.statement.sha256,purposes:[...e.purposes],satellites:[...e.satellites],until:e.until,of_age:e.ofAge,others_know:e.othersKnow});this.given=r?.consents.filter(e=>!n.has(e.consent_id))??[],this.dispatchEvent(new CustomEvent(`given`)),await this.updateComplete,this.heading?.focus()}async download({consent_id:e}){try{let t=await this.session?.client.ask(`earshot/donation/consent_receipt`,{consent_id:e});t!==void 0&&E(t.filename,t.receipt)}catch(e){this.error=p.from(e)}}};_([v({attribute:!1})],z.prototype,`told`,void 0),_([v()],z.prototype,`proposed`,void 0),_([s()],z.prototype,`draft`,void 0),_([s()],z.prototype,`step`,void 0),_([s()],z.prototype,`busy`,void 0),_([s()],z.prototype,`error`,void 0),_([s()],z.prototype,`given`,void 0),_([f(`h2`)],z.prototype,`heading`,void 0),z=_([x(`earshot-consent-flow`)],z);function B(e){return e.target.value}var V=class extends d{constructor(...e){super(...e),this.told=void 0,this.busy=!1,this.withdraw=async()=>{this.busy=!0,await this.attempt(async()=>{await this.session?.client.ask(`earshot/donation/off`),w(this,{text:this.t(`sharing.off.done`)}),this.dispatchEvent(new CustomEvent(`changed`))}),this.busy=!1},this.download=({consent_id:e})=>this.attempt(async()=>{let t=await this.session?.client.ask(`earshot/donation/consent_receipt`,{consent_id:e});t!==void 0&&E(t.filename,t.receipt)})}static{this.styles=[...d.styles,i`
      .card {
        display: grid;
        gap: 16px;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 16px;
        padding: 12px 0;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      .suspended {
        color: var(--es-outside);
      }
      summary {
        min-height: 40px;
        padding-block: 8px;
        color: var(--es-link);
        font-weight: 500;
        cursor: pointer;
      }
      earshot-statement {
        padding-top: 12px;
      }
    `]}render(){let{told:e,session:t}=this;if(e===void 0||t===void 0||e.consents.length===0)return b;let n=t.me.role===`admin`;return y`<section class="card" aria-labelledby="consents">
      <h2 id="consents">${this.t(`sharing.consents.title`)}</h2>
      <ul>
        ${e.consents.map(e=>this.consent(e,n))}
      </ul>
      <div class="row wrap">
        ${t.me.role===`read_only`?b:y`<button ?disabled=${this.busy} @click=${this.withdraw}>
                <earshot-icon .path=${m}></earshot-icon>${this.t(`sharing.consents.withdraw`)}
              </button>`}
        ${n?y`<a class="button" href=${g(`sharing`,`consent`)}>${this.t(`sharing.consents.more`)}</a>`:b}
      </div>
      ${e.statement===null?b:y`<details>
              <summary>${this.t(`sharing.consents.statement`,{desk:e.statement.name})}</summary>
              <earshot-statement .statement=${e.statement}></earshot-statement>
            </details>`}
    </section>`}consent(e,t){let{format:n}=this.session??{},r={at:n?.date(e.given),by:e.by,until:n?.date(Me(e))};return y`<li>
      <div>
        <div dir="auto">${this.t(`sharing.consents.line`,{satellite:e.satellite_label,purpose:T(e.purpose,this.t)})}</div>
        <div class="muted small">${this.t(`sharing.consents.given`,r)}</div>
        ${e.suspended===null?b:y`<div class="suspended small">${this.t(`sharing.consents.held`)}</div>`}
      </div>
      ${t?y`<button class="icon" aria-label=${this.t(`sharing.consents.receipt_of`,{satellite:e.satellite_label})} title=${this.t(`sharing.consents.receipt`)} @click=${()=>this.download(e)}>
              <earshot-icon .path=${se}></earshot-icon>
            </button>`:b}
    </li>`}async attempt(e){try{await e()}catch(e){w(this,{text:h(p.from(e),this.t),seconds:10})}}};_([v({attribute:!1})],V.prototype,`told`,void 0),_([s()],V.prototype,`busy`,void 0),V=_([x(`earshot-consents`)],V);function Me({until:e}){return new Date(new Date(e).getTime()-1)}var H=class extends d{constructor(...e){super(...e),this.given=[],this.busy=!1,this.fetch=async()=>{this.busy=!0;try{await this.session?.client.ask(`earshot/given/fetch`),w(this,{text:this.t(`sharing.given.fetched`)}),this.dispatchEvent(new CustomEvent(`changed`))}catch(e){w(this,{text:h(p.from(e),this.t),seconds:10})}this.busy=!1}}static{this.styles=[...d.styles,i`
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 14px 0;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
    `]}render(){let{session:e}=this;if(e===void 0)return b;let t=e.me.role===`admin`;return y`<section class="card" aria-labelledby="given">
      <div class="row wrap spread">
        <h2 id="given">${this.t(`sharing.given.title`)}</h2>
        ${t&&this.given.length>0?y`<div class="row wrap">
                <button ?disabled=${this.busy} @click=${this.fetch}>
                  <earshot-icon .path=${ue}></earshot-icon>${this.t(`sharing.given.fetch`)}
                </button>
                <button @click=${()=>this.withdrawing?.ask()}>
                  <earshot-icon .path=${m}></earshot-icon>${this.t(`sharing.given.withdraw_many`)}
                </button>
              </div>`:b}
      </div>
      ${this.given.length===0?y`<p class="muted">${this.t(`sharing.given.none`)}</p>`:y`<ul>
              ${this.given.map(e=>y`<li>
                  <earshot-given-one linked .given=${e} @withdraw=${()=>this.withdrawing?.ask(e)}></earshot-given-one>
                </li>`)}
            </ul>`}
      <earshot-withdrawing .given=${this.given} @changed=${()=>this.dispatchEvent(new CustomEvent(`changed`))}></earshot-withdrawing>
    </section>`}};_([v({attribute:!1})],H.prototype,`given`,void 0),_([s()],H.prototype,`busy`,void 0),_([f(`earshot-withdrawing`)],H.prototype,`withdrawing`,void 0),H=_([x(`earshot-given-list`)],H);var U=class extends d{constructor(...e){super(...e),this.offers=[]}static{this.styles=[...d.styles,i`
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 8px 0;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      .offer {
        display: grid;
        flex: 1 1 16em;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px 12px;
        min-height: 48px;
        color: var(--primary-text-color);
        text-decoration: none;
      }
      a.offer:hover .what {
        text-decoration: underline;
      }
      .contents {
        display: flex;
        gap: 4px;
        min-width: 2.8em;
      }
      .sound {
        color: var(--es-sound);
      }
      .words {
        color: var(--es-words);
      }
      .go {
        color: var(--es-quiet);
      }
      .go:dir(rtl) {
        transform: scaleX(-1);
      }
      .failed {
        color: var(--es-danger);
      }
    `]}render(){return this.session===void 0?b:y`<section class="card" aria-labelledby="offers">
      <h2 id="offers">${this.t(`sharing.offers.title`)}</h2>
      ${this.offers.length===0?y`<p class="muted">${this.t(`sharing.offers.none`)}</p>`:y`<ul>
              ${this.offers.map(e=>this.offer(e))}
            </ul>`}
    </section>`}offer(e){let{format:n,me:r}=this.session??{},i=y`
      <span class="contents" aria-hidden="true">
        ${e.contents.includes(`sound`)?y`<earshot-icon class="sound" .path=${ee}></earshot-icon>`:b}
        ${e.contents.includes(`words`)?y`<earshot-icon class="words" .path=${t}></earshot-icon>`:b}
      </span>
      <span>
        <span class="what" dir="auto">${this.t(`sharing.offers.what`,{satellite:e.satellite_label,at:n?.moment(e.said)})}</span><br />
        <span class="muted small">${T(e.purpose,this.t)} · ${this.when(e)}</span>
        ${e.failure===null?b:y`<br /><span class="failed small">${h(p.from({code:e.failure}),this.t)}</span>`}
      </span>
    `,a=e.may_read&&e.state!==`preparing`;return y`<li>
      ${a?y`<a class="offer" href=${he(e.offer_id)}>${i}<earshot-icon class="go" .path=${re}></earshot-icon></a>`:y`<div class="offer">${i}</div>`}
      ${r?.role===`read_only`||!Ne.has(e.state)?b:y`<button aria-label=${this.t(`sharing.offers.never_of`,{satellite:e.satellite_label,at:n?.moment(e.said)})} @click=${()=>this.never(e)}>
              ${this.t(`sharing.offers.never`)}
            </button>`}
    </li>`}when({state:e,until:t}){return e===`waiting`?t===null?this.t(`sharing.offers.asks`):this.t(`sharing.offers.leaves`,{at:this.session?.format.moment(t)}):D(e,this.t)}async never({offer_id:e}){try{await this.session?.client.ask(`earshot/offers/never`,{offer_id:e}),w(this,{text:this.t(`sharing.offers.never_done`)}),this.dispatchEvent(new CustomEvent(`changed`))}catch(e){w(this,{text:h(p.from(e),this.t),seconds:10})}}};_([v({attribute:!1})],U.prototype,`offers`,void 0),U=_([x(`earshot-offer-list`)],U);var Ne=new Set([`preparing`,`waiting`,`approved`]);function W({words_before:e,hidden:t,hide:n}){let r=new Map;for(let e of t)for(let t of e.words)r.set(t,e.kind);let i=new Set(n);return[...(e??``).matchAll(/\S+/g)].map(([e],t)=>({index:t,text:e,hidden:r.get(t)??(i.has(t)?`person`:void 0),own:i.has(t)}))}function Pe({hide:e},t){return(e.includes(t)?e.filter(e=>e!==t):[...e,t]).toSorted((e,t)=>e-t)}function Fe(e){let t=new Map;for(let{hidden:n}of e)n!==void 0&&t.set(n,(t.get(n)??0)+1);return[...t]}function Ie(e,{localize:t,format:n}){let{masked:r,trimmed_ms:i,beeps:a}=e;return[r===null?t(`sharing.change.no_sound`):t(`sharing.change.masked`,{how:r}),...i>0?[t(`sharing.change.trimmed`,{length:n.duration(i)})]:[],...a>0?[t(`sharing.change.beeps`,{count:a})]:[],...Fe(W(e)).map(([e,n])=>t(`sharing.change.hidden`,{kind:e,count:n})),...e.words===null?[t(`sharing.change.no_words`)]:[],t(`sharing.change.week`)]}var Le=i`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    text-decoration: none;
  }
  nav earshot-icon:dir(rtl) {
    transform: scaleX(-1);
  }
  header {
    display: grid;
    gap: 6px;
    max-width: 60em;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.25;
  }
  h3 {
    font-size: 1.05rem;
    font-weight: 500;
  }
  .when {
    font-weight: 500;
  }
  .note {
    color: var(--es-outside);
  }
  .error {
    color: var(--es-danger);
  }
  .columns {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  @media (min-width: 900px) {
    .columns {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .card {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  ul {
    display: grid;
    gap: 6px;
    margin: 0;
    padding-inline-start: 20px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(7em, auto) minmax(0, 1fr);
    gap: 6px 16px;
    margin: 0;
  }
  dt {
    color: var(--es-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  code {
    font-size: 0.875rem;
  }
  .decide {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    align-items: center;
    gap: 8px;
    padding: 12px 0;
    background: var(--primary-background-color);
    border-top: 1px solid var(--divider-color);
  }
`,G=90,K=360,q=48,J=class extends d{constructor(...e){super(...e),this.label=``,this.key=``,this.load=void 0,this.peaks=[],this.asking=!1,this.playing=!1,this.position=0,this.length=0,this.unplayable=!1,this.toggle=async()=>{this.address===void 0&&await this.fetch();let{audio:e}=this;e!==null&&(e.paused?e.play().catch(this.broken):e.pause())},this.broken=()=>{this.unplayable=!0},this.seek=e=>{this.position=Number(e.target.value),this.audio!==null&&(this.audio.currentTime=this.position)},this.followed=()=>{let{audio:e}=this;e!==null&&(this.playing=!e.paused&&!e.ended,this.position=e.currentTime,Number.isFinite(e.duration)&&(this.length=e.duration))}}static{this.styles=[...d.styles,i`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 4px 12px;
        direction: ltr;
      }
      .play {
        width: 48px;
        height: 48px;
        padding: 0;
        border-radius: 50%;
      }
      .track {
        position: relative;
        height: ${q}px;
      }
      svg {
        width: 100%;
        height: 100%;
      }
      path {
        fill: none;
        stroke: color-mix(in srgb, var(--es-sound) 35%, transparent);
        stroke-width: 2.4;
        stroke-linecap: round;
      }
      .played {
        stroke: var(--es-sound);
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        padding: 0;
        opacity: 0;
        cursor: pointer;
      }
      .track:focus-within {
        outline: 2px solid var(--es-link);
        outline-offset: 2px;
        border-radius: 6px;
      }
      .error {
        grid-column: 1 / -1;
        color: var(--es-danger);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.letGo()}willUpdate(e){e.has(`key`)&&e.get(`key`)!==void 0&&this.letGo()}render(){let e=this.length>0?this.position/this.length:0,t=be(this.peaks.length>0?this.peaks:Array(G).fill(.05),K,q),{format:n}=this.session??{},r={at:n?.duration(this.position*1e3),of:n?.duration(this.length*1e3)};return y`
      ${this.address===void 0?b:y`<audio
              src=${this.address}
              preload="auto"
              @play=${this.followed}
              @pause=${this.followed}
              @ended=${this.followed}
              @timeupdate=${this.followed}
              @loadedmetadata=${this.followed}
              @error=${this.broken}
            ></audio>`}
      <button
        type="button"
        class="filled play"
        ?disabled=${this.asking}
        aria-label=${this.t(this.playing?`ui.sound.pause`:`ui.sound.play`,{what:this.label})}
        @click=${this.toggle}
      >
        <earshot-icon .path=${this.playing?ce:ae}></earshot-icon>
      </button>
      <div class="track">
        <svg viewBox="0 0 ${K} ${q}" preserveAspectRatio="none" aria-hidden="true">
          <defs><clipPath id="played"><rect width=${K*e} height=${q}></rect></clipPath></defs>
          <path d=${t}></path><path class="played" d=${t} clip-path="url(#played)"></path>
        </svg>
        ${this.address===void 0?b:y`<input
                type="range"
                min="0"
                max=${this.length||1}
                step="0.1"
                .value=${String(this.position)}
                aria-label=${this.t(`ui.sound.position`,{what:this.label})}
                aria-valuetext=${this.t(`ui.sound.at`,r)}
                @input=${this.seek}
              />`}
      </div>
      ${this.error===void 0?b:y`<p class="error small" role="alert">${h(this.error,this.t)}</p>`}
      ${this.unplayable?y`<p class="error small" role="alert">${this.t(`ui.sound.unplayable`)}</p>`:b}
    `}letGo(){this.address!==void 0&&URL.revokeObjectURL(this.address),this.address=void 0,this.peaks=[],this.playing=!1,this.position=0,this.length=0,this.error=void 0,this.unplayable=!1}async fetch(){let{load:e,key:t}=this;if(e!==void 0){this.asking=!0,this.error=void 0;try{let n=await e();if(!this.isConnected||this.key!==t)return;this.address=URL.createObjectURL(new Blob([n.bytes],{type:n.type})),await this.measure(n.bytes)}catch(e){this.error=p.from(e)}finally{this.asking=!1}await this.updateComplete}}async measure(e){try{let t=await new OfflineAudioContext(1,1,16e3).decodeAudioData(e.slice(0));this.peaks=ye(t.getChannelData(0),G),this.length=t.duration}catch{this.peaks=[]}}};_([v()],J.prototype,`label`,void 0),_([v()],J.prototype,`key`,void 0),_([v({attribute:!1})],J.prototype,`load`,void 0),_([s()],J.prototype,`address`,void 0),_([s()],J.prototype,`peaks`,void 0),_([s()],J.prototype,`asking`,void 0),_([s()],J.prototype,`playing`,void 0),_([s()],J.prototype,`position`,void 0),_([s()],J.prototype,`length`,void 0),_([s()],J.prototype,`error`,void 0),_([s()],J.prototype,`unplayable`,void 0),_([f(`audio`)],J.prototype,`audio`,void 0),J=_([x(`earshot-sound-track`)],J);var Y=class extends d{constructor(...e){super(...e),this.preview=void 0,this.open=!1,this.busy=!1,this.move=e=>{this.moved=Number(e.target.value)},this.set=e=>{this.move(e),this.dispatchEvent(new CustomEvent(`strength`,{detail:this.moved})),this.moved=void 0}}static{this.styles=[...d.styles,i`
      :host {
        display: grid;
        gap: 16px;
      }
      h4 {
        margin: 0 0 6px;
        font-size: 0.875rem;
        font-weight: 400;
        color: var(--es-muted);
      }
      .slider {
        display: grid;
        gap: 4px;
      }
      .slider input {
        width: 100%;
        padding: 0;
        accent-color: var(--es-accent);
      }
      .ends {
        display: flex;
        justify-content: space-between;
      }
    `]}render(){let{preview:e}=this;if(e===void 0)return b;if(e.masked===null)return y`<p class="muted">${this.t(`sharing.sound.none`)}</p>
        ${this.open?this.choice(!1):b}`;let{purpose:t,by_hand:n}=e.offer;return y`
      ${t===`improve_wake_words`&&!n?y`<p class="small">${this.t(`sharing.sound.wake`)}</p>`:b}
      <div>
        <h4>${this.t(`sharing.sound.after`)}</h4>
        <earshot-sound-track
          label=${this.t(`sharing.sound.after`)}
          key="${e.offer.offer_id} ${e.offer.sha256}"
          .load=${()=>this.load(`after`)}
        ></earshot-sound-track>
      </div>
      <div>
        <h4>${this.t(`sharing.sound.before`)}</h4>
        <earshot-sound-track
          label=${this.t(`sharing.sound.before`)}
          key=${e.offer.offer_id}
          .load=${()=>this.load(`before`)}
        ></earshot-sound-track>
      </div>
      ${this.open?y`${this.slider(e)} ${this.choice(!0)}`:b}
      <p class="muted small">${this.t(`sharing.sound.limits`)}</p>
    `}slider({offer:e}){let t=this.moved??e.strength;return y`<label class="slider">
      <span>${this.t(`sharing.sound.strength`)}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        .value=${String(t)}
        ?disabled=${this.busy}
        aria-valuetext=${this.t(`sharing.sound.strength_of`,{share:t})}
        @input=${this.move}
        @change=${this.set}
      />
      <span class="ends muted small" aria-hidden="true"><span>${this.t(`sharing.sound.less`)}</span><span>${this.t(`sharing.sound.more`)}</span></span>
    </label>`}choice(e){return y`<label class="row">
      <input type="checkbox" .checked=${e} ?disabled=${this.busy} @change=${()=>this.dispatchEvent(new CustomEvent(`leave`,{detail:!e}))} />
      <span>${this.t(`sharing.sound.leaves`)}</span>
    </label>`}async load(e){let{session:t,preview:n}=this;if(t===void 0||n===void 0)throw Error(`Nothing is shown`);let{offer_id:r}=n.offer,{path:i,content_type:a}=await t.client.ask(`earshot/offers/sound_path`,{offer_id:r,which:e});return{bytes:await ve(t.hass().hassUrl(i)),type:a}}};_([v({attribute:!1})],Y.prototype,`preview`,void 0),_([v({type:Boolean})],Y.prototype,`open`,void 0),_([v({type:Boolean})],Y.prototype,`busy`,void 0),_([s()],Y.prototype,`moved`,void 0),Y=_([x(`earshot-offer-sound`)],Y);var X=class extends d{constructor(...e){super(...e),this.preview=void 0,this.open=!1,this.busy=!1}static{this.styles=[...d.styles,i`
      :host {
        display: grid;
        gap: 16px;
      }
      h4 {
        margin: 0 0 6px;
        font-size: 0.875rem;
        font-weight: 400;
        color: var(--es-muted);
      }
      blockquote {
        margin: 0;
        padding-inline-start: 12px;
        border-inline-start: 4px solid var(--es-words);
        font-size: 1.15rem;
        line-height: 1.45;
        overflow-wrap: anywhere;
      }
      .words {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .words button,
      .words > span {
        min-height: 40px;
        padding: 0 8px;
        border: 1px solid transparent;
        border-radius: 8px;
        color: var(--primary-text-color);
        font-size: 1.05rem;
        font-weight: 400;
      }
      .words > span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .words .hidden {
        background: #2b2f33;
        color: #fff;
      }
      .words .hidden small {
        font-size: 0.8rem;
        color: #d5d9dd;
      }
    `]}render(){let{preview:e}=this;return e===void 0?b:e.words_before===null?y`<p class="muted">${this.t(`sharing.words.none`)}</p>`:y`
      <div>
        <h4>${this.t(`sharing.words.leave`)}</h4>
        ${e.words===null?y`<p>${this.t(`sharing.words.none_leave`)}</p>`:y`<blockquote dir="auto" lang=${e.language}>${e.words}</blockquote>`}
      </div>
      <div>
        <h4>${this.t(this.open?`sharing.words.tap`:`sharing.words.said`)}</h4>
        <div class="words" dir="auto" lang=${e.language}>${W(e).map(t=>this.word(t,e))}</div>
      </div>
    `}word(e,t){let n=e.hidden===void 0?b:y`<small>${ge(e.hidden,this.t)}</small>`,r=e.hidden===void 0?``:`hidden`;return!this.open||e.hidden!==void 0&&!e.own?y`<span class=${r}>${e.text} ${n}</span>`:y`<button
      class=${r}
      aria-pressed=${e.hidden!==void 0}
      ?disabled=${this.busy}
      @click=${()=>this.tap(t,e)}
    >${e.text} ${n}</button>`}tap(e,{index:t}){this.dispatchEvent(new CustomEvent(`hide`,{detail:Pe(e,t)}))}};_([v({attribute:!1})],X.prototype,`preview`,void 0),_([v({type:Boolean})],X.prototype,`open`,void 0),_([v({type:Boolean})],X.prototype,`busy`,void 0),X=_([x(`earshot-offer-words`)],X);var Z=class extends d{static{this.styles=[...d.styles,Le]}constructor(){super(),this.offerId=``,this.busy=!1,this.loaded=new S(this,({client:e},t)=>e.ask(`earshot/offers/get`,{offer_id:t}),()=>this.offerId===``?void 0:[this.offerId]),this.mask=e=>this.adjust({strength:e.detail}),this.leave=e=>this.adjust({with_sound:e.detail}),this.hide=e=>this.adjust({hide:e.detail}),this.never=()=>this.attempt(async e=>{await this.session?.client.ask(`earshot/offers/never`,{offer_id:e}),w(this,{text:this.t(`sharing.offers.never_done`)}),l(g(`sharing`))});let e=!0;new C(this,`earshot/donation/subscribe`,()=>{!e&&!this.busy&&this.again(),e=!1})}render(){return y`
      <nav><a href=${g(`sharing`)}><earshot-icon .path=${a}></earshot-icon>${this.t(`sharing.offer.back`)}</a></nav>
      ${u(this.loaded.state,this.t,e=>this.view(this.changed??e),()=>void this.again())}
    `}view(e){let{offer:t}=e,n=t.state===`waiting`&&this.session?.me.role===`admin`;return y`
      <header>
        <h2>${this.t(`sharing.offer.title`)}</h2>
        <p class="muted">${this.t(`sharing.offer.intro`,{desk:t.desk,purpose:T(t.purpose,this.t)})}</p>
        <p class="when">${this.when(e)}</p>
        ${t.times_unknown?y`<p class="note">${this.t(`sharing.offer.times_unknown`)}</p>`:b}
        ${t.failure===null?b:y`<p class="error" role="status">${h(p.from({code:t.failure}),this.t)}</p>`}
      </header>
      <div class="columns">
        <section class="card" aria-labelledby="sound">
          <h3 id="sound">${this.t(`sharing.offer.sound`)}</h3>
          <earshot-offer-sound .preview=${e} ?open=${n} ?busy=${this.busy} @strength=${this.mask} @leave=${this.leave}></earshot-offer-sound>
        </section>
        <section class="card" aria-labelledby="words">
          <h3 id="words">${this.t(`sharing.offer.words`)}</h3>
          <earshot-offer-words .preview=${e} ?open=${n} ?busy=${this.busy} @hide=${this.hide}></earshot-offer-words>
        </section>
        ${this.changes(e)} ${this.leaves(e)}
      </div>
      ${this.decide(e,n)}
    `}when({offer:e}){let{format:t}=this.session??{};return e.state===`waiting`?e.until===null?this.t(`sharing.offer.asks`,{at:t?.moment(e.drop_at)}):this.t(`sharing.offer.until`,{at:t?.moment(e.until),left:t?.relative(e.until)}):D(e.state,this.t)}changes(e){let{session:t}=this;return t===void 0?b:y`<section class="card" aria-labelledby="changes">
      <h3 id="changes">${this.t(`sharing.offer.changes`)}</h3>
      <ul>
        ${Ie(e,t).map(e=>y`<li>${e}</li>`)}
      </ul>
    </section>`}leaves({offer:e,week:t,language:n,wake_word:r}){let{format:i}=this.session??{};return y`<section class="card" aria-labelledby="leaves">
      <h3 id="leaves">${this.t(`sharing.offer.leaves`)}</h3>
      <dl>
        <dt>${this.t(`sharing.offer.fact.week`)}</dt><dd>${t}</dd>
        <dt>${this.t(`sharing.offer.fact.language`)}</dt><dd>${n}</dd>
        <dt>${this.t(`sharing.offer.fact.purpose`)}</dt><dd>${T(e.purpose,this.t)}</dd>
        ${r===null?b:y`<dt>${this.t(`sharing.offer.fact.wake_word`)}</dt><dd dir="auto">${r}</dd>`}
        <dt>${this.t(`sharing.offer.fact.length`)}</dt><dd>${i?.duration(e.sound_ms)}</dd>
        <dt>${this.t(`sharing.offer.fact.size`)}</dt><dd>${this.t(`sharing.offer.fact.bytes`,{count:e.size})}</dd>
        <dt>${this.t(`sharing.offer.fact.hash`)}</dt>
        <dd><code dir="ltr">${L(e.sha256??``)}</code></dd>
      </dl>
      <p class="muted small">${this.t(`sharing.offer.stays`)}</p>
    </section>`}decide({offer:e},t){return e.state!==`waiting`&&e.state!==`approved`||this.session?.me.role===`read_only`?b:y`<div class="decide">
      <button ?disabled=${this.busy} @click=${this.never}>
        <earshot-icon .path=${n}></earshot-icon>${this.t(`sharing.offers.never`)}
      </button>
      ${t?y`<button class="filled" ?disabled=${this.busy||e.sha256===null} @click=${()=>this.send(e.sha256??``)}>
              <earshot-icon .path=${ie}></earshot-icon>${this.t(`sharing.offer.send`)}
            </button>`:y`<span class="muted small">${this.t(`sharing.offer.not_you`)}</span>`}
    </div>`}async again(){await this.loaded.reload(),this.changed=void 0}adjust(e){return this.attempt(async t=>{this.changed=await this.session?.client.ask(`earshot/offers/adjust`,{offer_id:t,...e})})}send(e){return this.attempt(async t=>{await this.session?.client.ask(`earshot/offers/send`,{offer_id:t,sha256:e}),w(this,{text:this.t(`sharing.offer.sent`)}),l(g(`sharing`))})}async attempt(e){this.busy=!0;try{await e(this.offerId)}catch(e){w(this,{text:h(p.from(e),this.t),seconds:10}),await this.again()}finally{this.busy=!1}}};_([v({attribute:`offer-id`})],Z.prototype,`offerId`,void 0),_([s()],Z.prototype,`busy`,void 0),_([s()],Z.prototype,`changed`,void 0),Z=_([x(`earshot-offer-page`)],Z);var Re=[[`people`,c],[`preview`,r],[`wait`,le],[`back`,m]],Q=class extends d{constructor(...e){super(...e),this.told=void 0,this.busy=!1,this.change=()=>{let e=this.told?.standing===`off`;this.input!==null&&(this.input.checked=!e),e?l(g(`sharing`,`consent`)):this.switchOff()}}static{this.styles=[...d.styles,xe,i`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 20px;
        padding: 24px;
      }
      .head {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 4px 20px;
      }
      .ear {
        display: grid;
        place-items: center;
        width: 64px;
        height: 64px;
        border-radius: 50%;
        background: color-mix(in srgb, var(--es-inside) 14%, transparent);
        color: var(--es-inside);
      }
      .ear earshot-icon {
        width: 34px;
        height: 34px;
      }
      .on .ear {
        background: color-mix(in srgb, var(--es-listened) 14%, transparent);
        color: var(--es-listened);
      }
      .suspended .ear {
        background: color-mix(in srgb, var(--es-outside) 14%, transparent);
        color: var(--es-outside);
      }
      h2 {
        font-size: 1.5rem;
        line-height: 1.25;
      }
      .facts {
        display: grid;
        gap: 16px 24px;
        grid-template-columns: minmax(0, 1fr);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      @media (min-width: 700px) {
        .facts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
      .facts li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 12px;
        line-height: 1.45;
      }
      .facts earshot-icon {
        margin-top: 2px;
        color: var(--es-quiet);
      }
      .trouble {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 12px;
        color: var(--es-outside);
      }
    `]}render(){let{told:e,session:t}=this;if(e===void 0||t===void 0)return b;let n=e.standing===`off`,r=n?t.me.role===`admin`:t.me.role!==`read_only`;return y`<section class="card ${e.standing}" aria-labelledby="standing">
      <div class="head">
        <span class="ear"><earshot-icon .path=${n?de:c}></earshot-icon></span>
        <div>
          <h2 id="standing">${this.sentence(e)}</h2>
          <p class="muted">${this.second(e)}</p>
        </div>
      </div>
      ${n?this.facts():this.trouble(e)}
      <label class="switch">
        <input type="checkbox" role="switch" .checked=${!n} ?disabled=${!r||this.busy} @change=${this.change} />
        <span>${this.t(`sharing.switch`)}</span>
      </label>
      ${r?b:y`<p class="muted small">${this.t(n?`sharing.not_you`:`sharing.read_only`)}</p>`}
    </section>`}sentence({standing:e,consents:t}){let n=new Set(t.map(e=>e.satellite)).size;return this.t(`sharing.standing.${e}`,{count:n})}second({standing:e,statement:t,choices:n}){return e===`off`?this.t(`sharing.standing.off_text`):n?.folder?this.t(`sharing.standing.folder`):t===null?``:this.t(`sharing.standing.desk`,{desk:t.name,place:t.place})}facts(){return y`<ul class="facts">
      ${Re.map(([e,t])=>y`<li><earshot-icon .path=${t}></earshot-icon><span>${this.t(`sharing.fact.${e}`)}</span></li>`)}
    </ul>`}trouble({standing:e,consents:t,failing_since:n,failure:r}){let i=this.session?.format,a=[...[...new Set(t.map(e=>e.suspended).filter(e=>e!==null))].map(e=>_e(e,this.t)),...n===null?[]:[this.t(`sharing.failing`,{at:i?.moment(n),why:this.because(r)})]];return y`${a.map(e=>y`<p class="trouble" role="status"><earshot-icon .path=${o}></earshot-icon>${e}</p>`)}
    ${e===`suspended`&&this.session?.me.role===`admin`?y`<div><a class="button filled" href=${g(`sharing`,`consent`)}>${this.t(`sharing.anew`)}</a></div>`:b}`}because(e){return e===null?``:h(p.from({code:e}),this.t)}async switchOff(){this.busy=!0;try{await this.session?.client.ask(`earshot/donation/off`),w(this,{text:this.t(`sharing.off.done`)}),this.dispatchEvent(new CustomEvent(`changed`))}catch(e){w(this,{text:h(p.from(e),this.t),seconds:10})}this.busy=!1}};_([v({attribute:!1})],Q.prototype,`told`,void 0),_([s()],Q.prototype,`busy`,void 0),_([f(`input`)],Q.prototype,`input`,void 0),Q=_([x(`earshot-sharing-standing`)],Q);var $=class extends pe{static{this.styles=[...pe.styles,i`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }
    `]}constructor(){super(),this.donation=new S(this,({client:e})=>e.ask(`earshot/donation/get`)),this.offers=new S(this,async({client:e})=>(await e.ask(`earshot/offers/list`)).offers),this.given=new S(this,async({client:e})=>(await e.ask(`earshot/given/list`)).given),this.again=()=>{this.donation.reload(),this.offers.reload(),this.given.reload()};let e=!0;new C(this,`earshot/donation/subscribe`,()=>{e||this.again(),e=!1})}render(){let{subject:e,detail:t}=this.address??{};return e===`offer`&&t!==void 0?y`<earshot-offer-page offer-id=${t}></earshot-offer-page>`:u(this.donation.state,this.t,t=>this.view(t,e),this.again)}view(e,t){let n=this.session?.me.role===`admin`;if(t===`consent`&&n){let t=e.statement?.address??``;return y`<earshot-consent-flow .told=${e} proposed=${t} @given=${this.again}></earshot-consent-flow>`}let r=e.standing===`off`,i=this.given.value??[];return y`
      ${e.readable?b:y`<p class="card" role="alert">${this.t(`sharing.unreadable`)}</p>`}
      <earshot-sharing-standing .told=${e} @changed=${this.again}></earshot-sharing-standing>
      <earshot-consents .told=${e} @changed=${this.again}></earshot-consents>
      ${r&&(this.offers.value??[]).length===0?b:u(this.offers.state,this.t,e=>y`<earshot-offer-list .offers=${e} @changed=${this.again}></earshot-offer-list>`,this.again)}
      ${r&&i.length===0&&this.given.state.kind===`ready`?b:u(this.given.state,this.t,e=>y`<earshot-given-list .given=${e} @changed=${this.again}></earshot-given-list>`,this.again)}
      ${r?b:y`<earshot-sharing-choices .told=${e} @changed=${this.again}></earshot-sharing-choices>`}
    `}};$=_([x(`earshot-sharing-page`)],$);export{$ as EarshotSharingPage};