import{An as e,B as t,D as n,Dt as r,Et as i,Fn as a,G as o,Hn as s,Ht as c,I as l,Jt as u,Ot as d,Tn as f,Xt as ee,_ as p,_t as te,a as ne,bn as re,f as m,g as h,h as g,hn as ie,j as ae,l as oe,nt as _,o as v,p as y,q as b,qt as x,u as se,v as S,w as C,wt as ce,x as w,xt as le,y as T,yt as ue}from"./session-keeper-xz4QIxtX.js";import{n as de,t as fe}from"./loaded-CD7GJ6Wy.js";import{t as pe}from"./page-C7cxgX1z.js";import"./confirm-B6-hqJ5H.js";import{r as me}from"./panel-BAsqYquz.js";import"./dialog-BdQvcO_-.js";import{a as he,i as E,r as ge}from"./words-DhG3eQQw.js";import{t as _e}from"./repeat-C3NosO_B.js";var ve=5e4,ye=500;async function be(e,t,n,r=()=>void 0,i){let{chosen:a,until:o,left:s}=e;if(a!==void 0||o===void 0)return{utterance_ids:a??[]};let{since:c,satellite:l,...u}={...t,until:void 0};if(Object.values(u).every(e=>e===void 0)&&s.size===0)return{since:c,satellite:l,until:o};let d=[],f;do{let e=await n.list({...t,until:o,limit:ye,before:f});if(i?.aborted)throw new g(`given_up`,``);if(d.push(...e.items.map(e=>e.utterance_id).filter(e=>!s.has(e))),d.length>5e4)throw new g(`too_many_chosen`,``,{most:String(ve)});r(d.length),f=e.next??void 0}while(f!==void 0);return{utterance_ids:d}}async function xe(e,t,n){let r=await e.work(`earshot/utterances/erase`,{...t,after:10},e=>e.type===`forgotten`||e.type===`kept`,t=>{t.type===`progress`?n.progress(t.done,t.total):t.type===`waiting`&&n.waiting(()=>void Ce(e,t.ticket),t.until)});return r.type===`forgotten`?r.forgotten:void 0}async function Se(e,t,n){return(await e.work(`earshot/utterances/redact`,t,e=>e.type===`forgotten`,e=>e.type===`progress`&&n(e.done,e.total))).forgotten}async function Ce(e,t){try{await e.ask(`earshot/utterances/keep`,{ticket:t})}catch(e){if(g.from(e).denied)throw e}}var D=class e{constructor(e,t,n){this.until=e,this.names=t,this.total=n}static{this.nothing=new e(void 0,new Set,0)}static all(t,n){return new e(t,new Set,n)}static of(t){return new e(void 0,new Set(t),0)}get size(){return this.until===void 0?this.names.size:Math.max(0,this.total-this.names.size)}get chosen(){return this.until===void 0?[...this.names]:void 0}get left(){return this.until===void 0?new Set:this.names}has(e){let t=this.names.has(e.utterance_id);return this.until===void 0?t:!t&&Date.parse(e.at)<Date.parse(this.until)}toggle(t){let{utterance_id:n}=t;return this.until!==void 0&&Date.parse(t.at)>=Date.parse(this.until)?this:new e(this.until,we(this.names,n),this.total)}without(t){return this.until===void 0?new e(void 0,new Set([...this.names].filter(e=>!t.includes(e))),0):new e(this.until,this.names,this.total-t.length)}};function we(e,t){let n=new Set(e);return n.delete(t)||n.add(t),n}function O(e,t){switch(e.code){case`export_unfetched`:return t(`ledger.trouble.export_unfetched`);case`too_many_chosen`:return t(`ledger.trouble.too_many_chosen`,e.placeholders);default:return oe(e,t)}}var k=class extends m{constructor(...e){super(...e),this.selection=D.nothing,this.listing=void 0,this.everything=void 0,this.chooseAll=()=>{this.everything!==void 0&&this.choose(this.everything)},this.done=()=>{this.dispatchEvent(new CustomEvent(`done`))}}static{this.styles=[...m.styles,n`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 4px 8px;
        border-radius: 24px;
        background: color-mix(in srgb, var(--es-accent) 14%, var(--card-background-color));
      }
      .bar p {
        flex: 1;
        min-width: 8rem;
      }
      .work {
        flex-basis: 100%;
        display: grid;
        gap: 4px;
        padding: 4px 12px 8px 0;
      }
    `]}render(){let{selection:e,listing:t,session:n}=this;if(t===void 0||n===void 0)return w;let{size:r}=e,i=r===0||this.work!==void 0,{everything:a}=this,o=a?.size??0;return C`
      <div class="bar" role="toolbar" aria-label=${this.t(`ledger.choosing.title`)}>
        <button class="icon" aria-label=${this.t(`ledger.choosing.done`)} title=${this.t(`ledger.choosing.done`)} @click=${this.done}>
          <earshot-icon .path=${_}></earshot-icon>
        </button>
        <p role="status">${this.t(`ledger.choosing.count`,{size:r,count:n.format.number(r)})}</p>
        ${o===0||r>=o?w:C`<button class="plain" @click=${this.chooseAll}>
                <earshot-icon .path=${ie}></earshot-icon>
                ${this.t(`ledger.choosing.all`,{total:o,count:n.format.number(o)})}
              </button>`}
        <button ?disabled=${i} @click=${()=>void this.run((e,t,r)=>this.erase(n,e,t,r))}>
          <earshot-icon .path=${ue}></earshot-icon>${this.t(`ledger.choosing.erase`)}
        </button>
        <button class="danger" ?disabled=${i} @click=${()=>void this.askAndRedact(n)}>
          <earshot-icon .path=${ce}></earshot-icon>${this.t(`ledger.choosing.redact`)}
        </button>
        ${this.work===void 0?w:this.progress(this.work,n)}
      </div>
      <earshot-confirm></earshot-confirm>
    `}disconnectedCallback(){super.disconnectedCallback(),this.giveUp?.abort()}progress({key:e,done:t,total:n},{format:r}){let i=this.t(`ledger.choosing.${e}`,{done:r.number(t)}),a=C`<progress aria-label=${i} max=${n??w} .value=${n===null?void 0:t}></progress>`;return C`<div class="work"><span role="status">${i}</span>${a}</div>`}async askAndRedact(e){let{size:t}=this.selection,n=e.format.number(t);await this.confirm?.ask({heading:this.t(`ledger.redact.title`,{size:t,count:n}),text:this.t(`ledger.redact.text`),action:this.t(`ledger.redact.action`),danger:!0})&&await this.run((t,n,r)=>this.redact(e,t,n,r))}async run(e){let{listing:t,selection:n}=this;if(t===void 0||this.work!==void 0)return;let r=me(this);this.giveUp=new AbortController;let i=e=>this.show({key:`gathering`,done:e,total:n.size});i(0);try{let a=await be(n,t.asked,t.asker,i,this.giveUp.signal);this.work=void 0,await e(a,n.size,r)}catch(e){let t=g.from(e);t.code!==`given_up`&&r({text:O(t,this.t)})}finally{this.work=void 0}}async erase({client:e,format:t,localize:n},r,i,a){this.choose(D.nothing);let o=await xe(e,r,{waiting:e=>a({text:n(`ledger.erase.waiting`,{size:i,count:t.number(i)}),action:{label:n(`ledger.erase.undo`),run:e},seconds:10}),progress:e=>this.show({key:`erasing`,done:e,total:i})}),{utterances:s=0}=o??{},c=t.number(s);a({text:o===void 0?n(`ledger.erase.kept`):n(`ledger.erase.done`,{utterances:s,count:c})})}async redact({client:e,format:t,localize:n},r,i,a){let o=e=>this.show({key:`redacting`,done:e,total:i});o(0);let{utterances:s}=await Se(e,r,o);this.choose(D.nothing),a({text:n(`ledger.redact.done`,{utterances:s,count:t.number(s)})})}show(e){this.work=e}choose(e){this.dispatchEvent(new CustomEvent(`choose`,{detail:e}))}};y([S({attribute:!1})],k.prototype,`selection`,void 0),y([S({attribute:!1})],k.prototype,`listing`,void 0),y([S({attribute:!1})],k.prototype,`everything`,void 0),y([p()],k.prototype,`work`,void 0),y([h(`earshot-confirm`)],k.prototype,`confirm`,void 0),k=y([T(`earshot-ledger-choosing`)],k);var A=/^(\d{4})-(\d{2})-(\d{2})$/;function Te(e){return A.exec(e)!==null&&!Number.isNaN(Date.parse(e))&&new Date(e).toISOString().startsWith(e)}function j(e,t){let n=new Date(`${e}T00:00:00Z`);return n.setUTCDate(n.getUTCDate()+t),n.toISOString().slice(0,10)}function M(e,t){let[,n=``,r=``,i=``]=A.exec(e)??[];if(t===void 0)return new Date(Number(n),Number(r)-1,Number(i));let a=Date.parse(`${e}T00:00:00Z`),o=a-N(a,t);return new Date(a-N(o,t))}function N(e,t){let n=new Intl.DateTimeFormat(`sv`,{timeZone:t,year:`numeric`,month:`2-digit`,day:`2-digit`,hour:`2-digit`,minute:`2-digit`,second:`2-digit`});return Date.parse(`${n.format(e).replace(` `,`T`)}Z`)-Math.trunc(e/1e3)*1e3}var Ee=65e3;async function De(e,t,n,r,i){let a=new AbortController;i.addEventListener(`abort`,()=>a.abort());let o=!1,s=setTimeout(()=>o||a.abort(),Ee);try{await e.work(`earshot/export/prepare`,t,e=>e.type===`progress`&&e.total!==null&&e.done>=e.total,e=>{e.type===`ready`?n(e):(o=!0,r({done:e.done,total:e.total??0}))},a.signal)}catch(e){throw a.signal.aborted&&!i.aborted?new g(`export_unfetched`,``):e}finally{clearTimeout(s)}}var P=[`answered`,`not_understood`,`false_wake`,`failed`,`cancelled`,`blocked`,`unseen`],F={today:0,week:6,month:29},I=[`left_house`,`listened`,`sound_kept`,`words_kept`];function Oe(e){let t=t=>e.get(t)||void 0,n=B(Object.keys(F),e.get(`when`)),[r,i]=n===void 0?[Ne(e.get(`from`)),Ne(e.get(`to`))]:[];return V({heard_by:t(`heard_by`),place:B(E,e.get(`place`)),outcome:B(P,e.get(`outcome`)),satellite:t(`satellite`),when:n,from:r,to:i,...Object.fromEntries(I.map(t=>[t,Pe(e.get(t))]))})}function ke(e){let t=Object.entries(e).map(([e,t])=>[e,Fe(t)]);return Object.fromEntries(t)}function Ae(e,t,n){let{when:r,from:i,to:a}=e,o=t.isoDay(n);return r===void 0?V({from:i,to:a}):{from:j(o,-F[r]),to:o}}function je(e,t,n){let{when:r,from:i,to:a,...o}=e,s=t.isoDay(n),c=r===void 0?i:j(s,-F[r]);return V({...o,since:c===void 0?void 0:M(c,t.timeZone).toISOString(),until:a===void 0?void 0:M(j(a,1),t.timeZone).toISOString()})}function Me(e,t){let n=Date.parse(t.at),{satellite:r}=t;return z(e.satellite,r?.entity_id??r?.label)&&z(e.outcome,t.outcome)&&(e.left_house===void 0||t.outcome!==null&&t.left_house===e.left_house)&&z(e.listened,t.listened)&&z(e.sound_kept,L(t,`sound`))&&z(e.words_kept,L(t,`words`))&&(e.since===void 0||n>=Date.parse(e.since))&&(e.until===void 0||n<Date.parse(e.until))&&(e.place===void 0||t.ears.some(t=>t.place===e.place))&&(e.heard_by===void 0||t.ears.some(t=>t.label===e.heard_by))}function L(e,t){return e.contents.some(e=>e.kind===t&&e.erased_at===null)}function R(e){return Object.keys(V(e)).length===0}function z(e,t){return e===void 0||e===t}function B(e,t){return e.find(e=>e===t)}function Ne(e){return e!==null&&Te(e)?e:void 0}function Pe(e){return e===`true`||e!==`false`&&void 0}function Fe(e){return typeof e==`boolean`?String(e):e}function V(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==void 0))}var Ie=[`sound`,`words`,`response`],H=class extends m{constructor(...e){super(...e),this.filters={},this.open=!1,this.from=``,this.to=``,this.contents=new Set,this.begin=()=>void this.run(),this.close=()=>{this.work?.abort(),this.open=!1,this.dispatchEvent(new CustomEvent(`closed`))},this.closed=()=>{this.open&&this.close()}}static{this.styles=[...m.styles,n`
      .field {
        display: grid;
        flex: 1;
        gap: 4px;
      }
      input[type="date"] {
        width: 100%;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 24px;
        margin: 0;
        padding: 0;
        border: none;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
      }
      .error {
        color: var(--es-danger);
      }
      code {
        display: block;
        margin-top: 8px;
        padding: 12px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--primary-text-color) 6%, transparent);
        overflow-wrap: anywhere;
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.work?.abort()}willUpdate(e){if(!e.has(`open`)||!this.open||this.session===void 0)return;let{from:t=``,to:n=``}=Ae(this.filters,this.session.format,new Date);this.from=t,this.to=n,this.contents=new Set,this.error=void 0,this.done=void 0}render(){let e=this.work!==void 0;return C`<earshot-dialog heading=${this.t(`ledger.export.title`)} ?open=${this.open} @closed=${this.closed}>
      ${e?this.progress():this.done===void 0?this.form():this.verifying(this.done)}
      <button slot="actions" @click=${this.close}>${this.t(this.done===void 0?`ui.cancel`:`ledger.export.close`)}</button>
      ${e||this.done!==void 0?w:C`<button slot="actions" class="filled" @click=${this.begin}>${this.t(`ledger.export.begin`)}</button>`}
    </earshot-dialog>`}form(){return C`<div class="stack">
      <p>${this.t(`ledger.export.text`)}</p>
      <div class="row wrap">${this.day(`from`)}${this.day(`to`)}</div>
      <fieldset>
        <legend>${this.t(`ledger.export.contents`)}</legend>
        ${Ie.map(e=>this.content(e))}
      </fieldset>
      <p>${this.t(this.contents.size===0?`ledger.export.facts_only`:`ledger.export.enters`)}</p>
      ${this.error===void 0?w:C`<p class="error" role="alert">${O(this.error,this.t)}</p>`}
    </div>`}day(e){return C`<label class="field">
      <span>${this.t(`ledger.export.${e}`)}</span>
      <input
        type="date"
        .value=${this[e]}
        @change=${t=>{this[e]=t.target.value}}
      />
    </label>`}content(e){return C`<label class="check">
      <input type="checkbox" .checked=${this.contents.has(e)} @change=${t=>{let n=[...this.contents].filter(t=>t!==e);this.contents=new Set(t.target.checked?[...n,e]:n)}} />${this.t(`words.content.${e}`)}
    </label>`}progress(){let{done:e=0,total:t=0}=this.fetched??{},{format:n}=this.session??{};return C`<div class="stack">
      <progress aria-label=${this.t(`ledger.export.title`)} max=${t||1} .value=${e}></progress>
      <p role="status">
        ${this.fetched===void 0?this.t(`ledger.export.waiting`):this.t(`ledger.export.progress`,{done:n?.number(e),total:n?.number(t)})}
      </p>
    </div>`}verifying(e){return C`<div class="stack" role="status">
      <p>${this.t(`ledger.export.done`,{filename:e})}</p>
      <p>${this.t(`ledger.export.verify`)}<code>scripts/verify ${e}</code></p>
    </div>`}async run(){let{session:e,from:t,to:n}=this;if(e===void 0||this.work!==void 0)return;let r=e.format.timeZone;this.work=new AbortController,this.fetched=void 0,this.error=void 0;let i=``,a=t=>{i=t.filename,Le(e.hass().hassUrl(t.path),t.filename)},o={since:t===``?void 0:M(t,r).toISOString(),until:n===``?void 0:M(j(n,1),r).toISOString(),contents:[...this.contents]};try{await De(e.client,o,a,e=>this.told(e),this.work.signal),this.done=i}catch(e){let t=g.from(e);this.error=t.code===`given_up`?void 0:t}this.work=void 0,this.requestUpdate()}told(e){this.fetched=e}};y([S({attribute:!1})],H.prototype,`filters`,void 0),y([S({type:Boolean})],H.prototype,`open`,void 0),y([p()],H.prototype,`from`,void 0),y([p()],H.prototype,`to`,void 0),y([p()],H.prototype,`contents`,void 0),y([p()],H.prototype,`fetched`,void 0),y([p()],H.prototype,`done`,void 0),y([p()],H.prototype,`error`,void 0),H=y([T(`earshot-ledger-export`)],H);function Le(e,t){let n=document.createElement(`a`);n.href=e,n.download=t,n.click()}var Re={left_house:le,listened:te,sound_kept:s,words_kept:e},U=`range`,W=class extends m{constructor(...e){super(...e),this.filters={},this.labels=void 0,this.narrow=!1,this.ranging=!1}static{this.styles=[...m.styles,n`
      :host {
        display: block;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      :host([narrow]) .chips {
        flex-wrap: nowrap;
        margin-inline: -16px;
        padding: 2px 16px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .filter {
        position: relative;
        display: inline-flex;
        flex: none;
        align-items: center;
        height: 40px;
        border: 1px solid var(--es-outline);
        border-radius: 20px;
        background: var(--ha-card-background, var(--card-background-color));
      }
      .filter > earshot-icon {
        position: absolute;
        inset-inline-start: 12px;
        pointer-events: none;
      }
      .filter.set {
        border-color: transparent;
        background: var(--es-accent);
        color: var(--es-on-accent);
      }
      select {
        max-width: 15rem;
        min-height: 38px;
        padding-inline: 38px 14px;
        border: none;
        border-radius: 20px;
        background: transparent;
        color: inherit;
        font-size: 0.9rem;
        text-overflow: ellipsis;
        appearance: none;
        cursor: pointer;
        field-sizing: content;
      }
      .set select {
        padding-inline-end: 4px;
      }
      option {
        background: var(--card-background-color);
        color: var(--primary-text-color);
      }
      .filter button {
        min-height: 38px;
        width: 36px;
        color: inherit;
      }
      .range {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin-top: 8px;
      }
      .range label {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .clear {
        flex: none;
        padding: 0 12px;
        font-size: 0.9rem;
      }
      :host([dark]) {
        color-scheme: dark;
      }
    `]}render(){let{filters:e}=this;return C`
      <div class="chips" role="group" aria-label=${this.t(`ledger.filters`)}>
        ${this.chip(`heard_by`,ae,this.named(this.labels?.ears,e.heard_by))}
        ${this.chip(`place`,u,[...E].reverse().map(e=>[e,this.t(`words.place.${e}`)]))}
        ${this.chip(`outcome`,c,P.map(e=>[e,this.t(`words.outcome.${e}`)]))}
        ${this.chip(`satellite`,f,this.satellites())}
        ${this.whenChip()} ${I.map(e=>this.flagChip(e))}
        ${R(e)?w:C`<button class="plain clear" @click=${()=>this.choose({})}>
                <earshot-icon .path=${r}></earshot-icon>${this.t(`ledger.filter.clear`)}
              </button>`}
      </div>
      ${this.ranged?this.range():w}
    `}get ranged(){let{when:e,from:t,to:n}=this.filters;return e===void 0&&(this.ranging||t!==void 0||n!==void 0)}chip(e,t,n){return this.draw(e,t,this.filters[e]??``,n,t=>this.choose({...this.filters,[e]:t||void 0}))}flagChip(e){let t=this.filters[e],n=[[`yes`,this.t(`ledger.filter.${e}_yes`)],[`no`,this.t(`ledger.filter.${e}_no`)]];return this.draw(e,Re[e],t===void 0?``:t?`yes`:`no`,n,t=>this.choose({...this.filters,[e]:t===``?void 0:t===`yes`}))}whenChip(){let e=Object.keys(F).map(e=>[e,this.t(`ledger.when.${e}`)]),n=e=>{this.ranging=e===U;let{when:t,from:n,to:r,...i}=this.filters;this.choose(e===``||e===U?i:{...i,when:e})},r=this.filters.when??(this.ranged?U:``);return this.draw(`when`,t,r,[...e,[U,this.t(`ledger.when.range`)]],n)}draw(e,t,n,r,i){let a=this.t(`ledger.filter.${e}`);return C`<span class=${n===``?`filter`:`filter set`}>
      <earshot-icon .path=${t}></earshot-icon>
      <select aria-label=${a} data-filter=${e} @change=${e=>i(e.target.value)}>
        <option value="" ?selected=${n===``}>${n===``?a:this.t(`ledger.filter.any`)}</option>
        ${r.map(([e,t])=>C`<option value=${e} ?selected=${e===n}>${t}</option>`)}
      </select>
      ${n===``?w:C`<button class="icon" aria-label=${this.t(`ledger.filter.remove`,{filter:a})} @click=${()=>i(``)}>
              <earshot-icon .path=${_}></earshot-icon>
            </button>`}
    </span>`}range(){let e=e=>C`<label>
        ${this.t(`ledger.filter.${e}`)}
        <input type="date" .value=${this.filters[e]??``} @change=${t=>this.choose({...this.filters,[e]:t.target.value||void 0})} />
      </label>`;return C`<div class="range">${e(`from`)}${e(`to`)}</div>`}named(e=[],t){return(t===void 0||e.includes(t)?e:[...e,t]).map(e=>[e,e])}satellites(){let e=this.session?.hass().states??{};return this.named(this.labels?.satellites,this.filters.satellite).map(([t])=>{let n=e[t]?.attributes.friendly_name;return[t,typeof n==`string`?n:t]})}choose(e){this.dispatchEvent(new CustomEvent(`filter`,{detail:e}))}};y([S({attribute:!1})],W.prototype,`filters`,void 0),y([S({attribute:!1})],W.prototype,`labels`,void 0),y([S({type:Boolean,reflect:!0})],W.prototype,`narrow`,void 0),y([p()],W.prototype,`ranging`,void 0),W=y([T(`earshot-ledger-filters`)],W);var ze=8e6,Be=class{constructor(e,t,n=ze){this.height=Math.min(e,n),this.scrollEnd=Math.max(0,this.height-t),this.contentEnd=Math.max(0,e-t),this.exact=this.scrollEnd/4}get end(){return this.contentEnd}toContent(e){let t=G(e,this.scrollEnd);return t<=this.exact?t:t>=this.scrollEnd-this.exact?this.contentEnd-(this.scrollEnd-t):this.exact+(t-this.exact)*this.pressed}toScroll(e){let t=G(e,this.contentEnd);return t<=this.exact?t:t>=this.contentEnd-this.exact?this.scrollEnd-(this.contentEnd-t):this.exact+(t-this.exact)/this.pressed}get pressed(){return(this.contentEnd-2*this.exact)/(this.scrollEnd-2*this.exact)}};function G(e,t){return Math.min(Math.max(e,0),Math.max(t,0))}var Ve=class{constructor(e,t,n,r){this.rows=e,this.rowHeight=t,this.viewport=n,this.tallest=r,this.at=0,this.scrolledTo=0,this.scale=this.makeScale()}get count(){return this.rows}get top(){return this.at}get height(){return this.scale.height}get scrollTop(){return this.scrolledTo}get atStart(){return this.at<4}place(e){return e*this.rowHeight-(this.at-this.scrolledTo)}scrolled(e){let t=G(e,this.scale.height-this.viewport),n=t-this.scrolledTo;if(n===0)return!1;let r=Math.abs(n)<=this.nearby?this.at+n:this.scale.toContent(t);return this.scrolledTo=t,this.at=G(r,this.scale.end),((t<=0?this.at>0:t>=this.scale.height-this.viewport&&this.at<this.scale.end)||r!==this.at)&&this.settle(),this.scrolledTo!==t}moveTo(e){this.at=G(e,this.scale.end),this.settle()}settle(){this.scrolledTo=this.scale.toScroll(this.at)}resize(e,t,n,r=0){let i=t===this.rowHeight?this.at:this.at/this.rowHeight*t;this.rows=e,this.rowHeight=t,this.viewport=n,this.scale=this.makeScale(),this.moveTo(i+r*t)}reveal(e){let t=e*this.rowHeight;t<this.at?this.moveTo(t):t+this.rowHeight>this.at+this.viewport&&this.moveTo(t+this.rowHeight-this.viewport)}window(e){let t=Math.floor(this.at/this.rowHeight),n=Math.ceil((this.at+this.viewport)/this.rowHeight);return{first:Math.max(0,t-e),end:Math.min(this.rows,n+e)}}get nearby(){return Math.max(4*this.viewport,2e3)}makeScale(){return new Be(this.rows*this.rowHeight,this.viewport,this.tallest)}},He=8,Ue=200,We=typeof window<`u`&&`onscrollend`in window,K=class extends m{constructor(...e){super(...e),this.count=0,this.active=-1,this.beginAt=0,this.addedAbove=0,this.position=new Ve(0,1,0),this.shown={first:0,end:0},this.resting=0,this.rowRem=4.5}static{this.styles=[...m.styles,n`
      :host {
        display: block;
        min-height: 0;
      }
      #scroller {
        position: relative;
        height: 100%;
        overflow: hidden auto;
        overflow-anchor: none;
        overscroll-behavior: contain;
        border-radius: inherit;
        outline-offset: -2px;
      }
      #rows {
        position: relative;
        overflow: hidden;
      }
      .place {
        position: absolute;
        inset-inline: 0;
        top: 0;
        contain: strict;
      }
    `]}get topRow(){return this.position.window(0).first}get atStart(){return this.position.atStart}rowId(e){return`row-${e}`}connectedCallback(){super.connectedCallback(),this.observer=new ResizeObserver(()=>this.measure()),this.observer.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.observer?.disconnect(),window.clearTimeout(this.resting)}toStart(){this.moveTo(0)}slideIn(e){if(window.matchMedia?.(`(prefers-reduced-motion: reduce)`).matches)return;let t={transform:`translateY(${-Math.min(e,3)*this.rowHeight}px)`};this.rowsElement?.animate?.([t,{transform:`none`}],{duration:220,easing:`ease-out`})}focus(e){this.scroller?.focus(e)}willUpdate(e){this.position.count!==this.count&&(this.position.resize(this.count,this.rowHeight,this.viewport,this.addedAbove),this.addedAbove=0,this.beginAt>0&&this.count>0&&(this.position.moveTo(this.beginAt*this.rowHeight),this.beginAt=0),this.active>=this.count&&(this.active=this.count-1))}render(){let{first:e,end:t}=this.position.window(He);this.shown={first:e,end:t};let n=Array.from({length:t-e},(t,n)=>e+n),r=this.active>=e&&this.active<t?this.rowId(this.active):``;return C`<div
      id="scroller"
      role="listbox"
      tabindex="0"
      aria-multiselectable="true"
      aria-label=${this.label}
      aria-activedescendant=${r}
      @scroll=${this.scrolled}
      @scrollend=${this.settle}
      @keydown=${this.pressed}
      @focus=${this.focused}
    >
      <div id="rows" role="presentation" @focusin=${this.rowFocused} style="height:${this.position.height}px">
        ${_e(n,e=>e%(n.length||1),e=>C`<div
              class="place"
              role="presentation"
              style="height:${this.rowHeight}px;transform:translateY(${this.position.place(e)}px)"
            >
              ${this.drawRow(e)}
            </div>`)}
      </div>
    </div>`}firstUpdated(){this.measure()}updated(){this.putScrollTop(),this.dispatchEvent(new CustomEvent(`window`,{detail:this.shown}))}get rowHeight(){let e=Number.parseFloat(getComputedStyle(document.documentElement).fontSize)||16;return Math.round(this.rowRem*e)}get viewport(){return this.scroller?.clientHeight??0}measure(){this.position.resize(this.count,this.rowHeight,this.viewport),this.requestUpdate()}moveTo(e){this.position.moveTo(e),this.requestUpdate()}scrolled(){let{scroller:e}=this;if(e===null)return;let t=this.position.scrolled(e.scrollTop),{first:n,end:r}=this.position.window(He/2);(t||n<this.shown.first||r>this.shown.end)&&this.requestUpdate(),this.dispatchEvent(new CustomEvent(`moved`)),We||(window.clearTimeout(this.resting),this.resting=window.setTimeout(()=>this.settle(),Ue))}settle(){let e=this.position.scrollTop;this.position.settle(),this.position.scrollTop!==e&&this.requestUpdate()}putScrollTop(){let{scroller:e}=this;e===null||Math.abs(e.scrollTop-this.position.scrollTop)<1||(e.scrollTop=this.position.scrollTop)}rowFocused(e){e.stopPropagation(),this.scroller?.focus({preventScroll:!0})}focused(){this.active<0&&this.count>0&&(this.active=this.position.window(0).first)}pressed(e){let t=this.target(e.key);if(t!==void 0)this.activate(t);else if(e.key===`Enter`&&this.active>=0)this.open(this.active);else if(e.key===` `&&this.active>=0)this.toggle(this.active);else return;e.preventDefault()}target(e){let t=Math.max(1,Math.floor(this.viewport/this.rowHeight)-1),n={ArrowDown:this.active+1,ArrowUp:this.active-1,PageDown:this.active+t,PageUp:this.active-t,Home:0,End:this.count-1}[e];return n===void 0||this.count===0?void 0:Math.min(Math.max(n,0),this.count-1)}activate(e){this.active=e,this.position.reveal(e),this.requestUpdate()}};y([S({type:Number})],K.prototype,`count`,void 0),y([S({type:Number})],K.prototype,`active`,void 0),y([h(`#scroller`)],K.prototype,`scroller`,void 0),y([h(`#rows`)],K.prototype,`rowsElement`,void 0);var Ge=[[`sound`,s],[`words`,e],[`response`,ee]];function Ke(e){return[...E].reverse().map(t=>({place:t,labels:[...new Set(e.filter(e=>e.place===t).map(e=>e.label))]})).filter(({labels:e})=>e.length>0)}function qe(e,t,n){let r=Ge.filter(([t])=>L(e,t)).map(([e])=>t(`words.content.${e}`)),i=Ke(e.ears).flatMap(({labels:e})=>e);return t(`ledger.row.sentence`,{moment:n.moment(e.at),satellite:e.satellite?.label??t(`ledger.row.no_satellite`),outcome:t(`words.outcome.${e.outcome??`open`}`),heard:i.length>0?`some`:`nobody`,ears:n.list(i),outside:e.outside===null?`no`:`yes`,left:e.left_house?`yes`:`no`,listened:e.listened?`yes`:`no`,kept:r.length>0?`some`:`nothing`,contents:n.list(r)}).replace(/ +/g,` `)}function Je(e,t){let{localize:n,format:r}=t,i=e.satellite?.label??n(`ledger.row.no_satellite`),a=e.satellite?.area??void 0,o=e.outcome??`open`;return C`
    <span class="when"><span>${r.time(e.at)}</span><span class="second">${r.shortDay(e.at)}</span></span>
    <span class="who">
      <bdi class="name">${i}</bdi>
      <span class="second">
        ${q(ge[o])}${n(`words.outcome.${o}`)}${a===void 0?w:C` · <bdi>${a}</bdi>`}
      </span>
    </span>
    <span class="ears">
      ${Ke(e.ears).map(({place:e,labels:t})=>C`<span class="company ${e}">${q(he[e])}<bdi class="labels">${r.list(t)}</bdi></span>`)}
    </span>
    <span class="marks">
      ${e.outside===null?w:C`<span class="mark outside">${q(re)}<span>${n(`ledger.row.outside`)}</span></span>`}
      ${e.left_house?C`<span class="mark left">${q(le)}<span>${n(`ledger.row.left`)}</span></span>`:w}
      ${e.listened?C`<span class="mark listened">${q(te)}<span>${n(`words.listened`)}</span></span>`:w}
      <span class="kept">${Ge.map(([t,n])=>L(e,t)?q(n):w)}</span>
    </span>
  `}function Ye(){return C`<span class="when"><i></i></span><span class="who"><i></i><i></i></span><span class="ears"><i></i></span><span class="marks"></span>`}function q(e){return C`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${e}></path></svg>`}var Xe=n`
  .row {
    display: grid;
    grid-template-columns: 5.8rem minmax(9rem, 1fr) minmax(0, 1.6fr) auto;
    align-items: center;
    gap: 16px;
    height: 100%;
    padding-inline: 16px;
    border-bottom: 1px solid var(--divider-color);
    color: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  .row.choosing {
    grid-template-columns: 24px 5.8rem minmax(9rem, 1fr) minmax(0, 1.6fr) auto;
  }
  .row:hover {
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
  }
  .row[aria-selected="true"] {
    background: color-mix(in srgb, var(--es-accent) 12%, transparent);
  }
  #scroller:focus-visible .row.active {
    outline: 2px solid var(--es-link);
    outline-offset: -3px;
    border-radius: 8px;
  }
  .facts {
    display: contents;
  }
  svg {
    flex: none;
    width: 1.15rem;
    height: 1.15rem;
    fill: currentColor;
  }
  .when,
  .who {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .when {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .name,
  .labels {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .second {
    display: flex;
    align-items: center;
    gap: 5px;
    min-width: 0;
    overflow: hidden;
    color: var(--es-muted);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .second svg {
    width: 1rem;
    height: 1rem;
  }
  .ears {
    display: flex;
    gap: 14px;
    min-width: 0;
    overflow: hidden;
    font-size: 0.875rem;
  }
  .company {
    display: flex;
    align-items: center;
    gap: 5px;
    min-width: 1.15rem;
    color: var(--es-inside);
  }
  .company.home_network {
    color: var(--es-network);
  }
  .company.internet {
    color: var(--es-outside);
  }
  .company.unknown {
    color: var(--es-unknown);
  }
  .labels {
    color: var(--primary-text-color);
  }
  .marks {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 12px;
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .mark {
    display: flex;
    align-items: center;
    gap: 5px;
  }
  .left {
    color: var(--es-outside);
  }
  .outside {
    color: var(--es-unknown);
  }
  .listened {
    color: var(--es-listened);
  }
  .kept {
    display: flex;
    gap: 4px;
    justify-content: flex-end;
    min-width: 4rem;
    color: var(--es-muted);
  }
  .quiet .name,
  .quiet .when,
  .quiet .labels,
  .quiet .company {
    color: var(--es-muted);
  }
  .box {
    display: grid;
    place-items: center;
    width: 22px;
    height: 22px;
    border: 2px solid var(--es-outline);
    border-radius: 6px;
    color: var(--es-on-accent);
  }
  [aria-selected="true"] .box {
    border-color: transparent;
    background: var(--es-accent);
  }
  i {
    display: block;
    width: 70%;
    height: 0.75rem;
    border-radius: 6px;
    background: color-mix(in srgb, var(--primary-text-color) 8%, transparent);
  }
  .who i + i {
    width: 40%;
  }
  :host([narrow]) .row {
    grid-template-columns: 4.9rem minmax(0, 1fr) auto;
    grid-template-rows: auto auto;
    align-content: center;
    gap: 2px 10px;
    padding-inline: 12px;
  }
  :host([narrow]) .row.choosing {
    grid-template-columns: 24px 4.9rem minmax(0, 1fr) auto;
  }
  :host([narrow]) .when,
  :host([narrow]) .who,
  :host([narrow]) .box {
    grid-row: 1 / 3;
  }
  :host([narrow]) .labels,
  :host([narrow]) .mark span {
    display: none;
  }
  :host([narrow]) .ears {
    justify-content: flex-end;
    gap: 6px;
    overflow: visible;
  }
  :host([narrow]) .marks {
    gap: 6px;
  }
  :host([narrow]) .kept {
    min-width: 0;
  }
`,J=class extends K{constructor(...e){super(...e),this.rowAt=()=>void 0,this.version=0,this.selection=D.nothing,this.choosing=!1,this.choosable=!1,this.narrow=!1}static{this.styles=[...K.styles,Xe]}get label(){return this.t(`ledger.list`)}drawRow(e){let{session:t}=this,n=this.rowAt(e);if(n===void 0||t===void 0)return this.skeleton(e);let r=[`row`,e===this.active&&`active`,this.choosing&&`choosing`,Ze(n)&&`quiet`];return C`<a
      id=${this.rowId(e)}
      class=${r.filter(Boolean).join(` `)}
      role="option"
      tabindex="-1"
      href=${v(`utterance`,n.utterance_id)}
      aria-selected=${this.selection.has(n)?`true`:`false`}
      aria-setsize=${this.count}
      aria-posinset=${e+1}
      @click=${t=>this.clicked(t,e)}
      ><span class="visually-hidden">${qe(n,t.localize,t.format)}</span
      ><span class="facts" aria-hidden="true">${this.choosing?this.box(n):w}${Je(n,t)}</span></a
    >`}open(e){let t=this.rowAt(e);t!==void 0&&(this.leave(),ne(v(`utterance`,t.utterance_id)))}toggle(e){let t=this.rowAt(e);t!==void 0&&this.choosable&&this.dispatchEvent(new CustomEvent(`toggle`,{detail:t}))}leave(){this.dispatchEvent(new CustomEvent(`leave`))}skeleton(e){return C`<div
      id=${this.rowId(e)}
      class=${e===this.active?`row active`:`row`}
      role="option"
      aria-selected="false"
      aria-setsize=${this.count}
      aria-posinset=${e+1}
      aria-label=${this.t(`ui.loading`)}
    >
      ${Ye()}
    </div>`}box(e){return C`<span class="box">${this.selection.has(e)?C`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${o}></path></svg>`:w}</span>`}clicked(e,t){this.active=t,this.choosing?(e.preventDefault(),this.toggle(t)):this.leave()}};y([S({attribute:!1})],J.prototype,`rowAt`,void 0),y([S({type:Number})],J.prototype,`version`,void 0),y([S({attribute:!1})],J.prototype,`selection`,void 0),y([S({type:Boolean})],J.prototype,`choosing`,void 0),y([S({type:Boolean})],J.prototype,`choosable`,void 0),y([S({type:Boolean,reflect:!0})],J.prototype,`narrow`,void 0),J=y([T(`earshot-ledger-list`)],J);function Ze(e){return e.outcome===`false_wake`}var Qe=1e3,$e=2,et=class{constructor(e,t,n=Qe){this.ask=e,this.changed=t,this.held=n,this.rows=new Map,this.stale=new Map,this.cursors=new Map,this.asking=new Set,this.wanted={first:0,end:0},this.end=1/0,this.moved=0}get size(){return this.rows.size}get(e){return this.rows.get(e)??this.stale.get(e)}want(e,t){this.wanted={first:e,end:t},this.pump()}put(e,{items:t,next:n}){t.forEach((t,n)=>{this.rows.set(e+n,t),this.stale.delete(e+n)}),n!==null&&this.cursors.set(e+t.length,n),this.drop()}replace(e){let t=this.find(e.utterance_id);return t!==void 0&&this.rows.set(t,e),t}find(e){for(let[t,n]of this.rows)if(n.utterance_id===e)return t}placeOf(e){for(let[t,n]of this.rows){let r=this.rows.get(t-1);if(!e(n)&&(t===0||r!==void 0&&e(r)))return t}}insert(e,t){this.shift(e,1),this.rows.set(e,t)}remove(e){this.rows.delete(e),this.stale.delete(e),this.shift(e+1,-1)}forget(){this.stale=new Map([...this.stale,...this.rows]),this.rows=new Map,this.cursors=new Map,this.overtake(),this.retry()}retry(){this.error=void 0,this.pump()}shift(e,t){let n=n=>n>=e?n+t:n,r=e=>new Map([...e].map(([e,t])=>[n(e),t]));this.rows=r(this.rows),this.stale=r(this.stale),this.cursors=r(this.cursors),this.overtake()}overtake(){this.moved++,this.asking.clear(),this.end=1/0}pump(){for(;this.error===void 0&&this.asking.size<$e;){let e=this.firstMissing();if(e===void 0)return;this.load(e)}}firstMissing(){let{first:e,end:t}=this.wanted;for(let n=e;n<Math.min(t,this.end);n++){let e=n-n%50;if(!this.rows.has(n)&&!this.asking.has(e))return e}}async load(e){this.asking.add(e);let{moved:t}=this;try{let n=await this.ask({limit:50,...this.wayTo(e)});if(t!==this.moved)return;this.put(e,n),n.items.length<50&&(this.end=Math.min(this.end,e+n.items.length))}catch(e){if(t!==this.moved)return;this.error=e}finally{t===this.moved&&(this.asking.delete(e),this.changed())}this.pump()}wayTo(e){let t=0;for(let n of this.cursors.keys())n<=e&&n>t&&(t=n);return{skip:e-t,before:this.cursors.get(t)}}drop(){if(this.rows.size<=this.held)return;let e=(this.wanted.first+this.wanted.end)/2,t=[...this.rows.keys()].sort((t,n)=>Math.abs(n-e)-Math.abs(t-e));for(let e of t.slice(0,this.rows.size-this.held))this.rows.delete(e);for(let e of this.cursors.keys())this.rows.has(e-1)||this.cursors.delete(e)}},Y=100,tt=500,nt=class{constructor(e,t,n){this.asker=e,this.asked=t,this.changed=n,this.waiting=[],this.question=0,this.rows=new et(t=>e.list({...this.restriction,...t}),n)}get restriction(){let{asked:e,newest:t}=this;return t===void 0?e:{...e,until:at(e.until,t)}}async resume(e){this.newest=e,await this.refresh()}async begin(){let e=this.anew();try{let t=await this.asker.list({...this.asked,limit:50});if(e!==this.question)return;let[n]=t.items;this.newest=n===void 0?void 0:rt(n.at),this.waiting=[],this.rows.forget(),this.rows.put(0,t),this.total=t.next===null?t.items.length:Math.max(this.total??0,t.items.length),this.changed(),t.next!==null&&await this.count(e)}catch(t){this.failed(e,t)}}async refresh(){if(this.newest===void 0)return this.begin();let e=this.anew();try{let t=await this.asker.list({...this.asked,since:it(this.asked.since,this.newest),limit:Y});if(e!==this.question)return;this.waiting=t.items,this.rows.forget(),this.changed(),await this.count(e)}catch(t){this.failed(e,t)}}told(e,t){if(this.rows.replace(e)!==void 0){this.changed();return}if(this.total===void 0||!Me(this.asked,e))return;if(this.newest!==void 0&&Date.parse(e.at)<Date.parse(this.newest))return this.late(e);if(!t){let t=this.waiting.filter(t=>t.utterance_id!==e.utterance_id);this.waiting=[...t,e].sort(X).slice(0,Y),this.changed();return}let n=this.letIn(e);return this.changed(),n}async letWaitingIn(){let{waiting:e}=this;if(e.length>=Y)await this.begin();else{this.waiting=[];for(let t of[...e].reverse())this.letIn(t);return this.changed(),e.length}}gone(e,t){this.waiting=this.waiting.filter(t=>!e.includes(t.utterance_id));let n=0,r=!1;for(let i of e){let e=this.rows.find(i);e===void 0?r=!0:(this.rows.remove(e),this.total=Math.max(0,(this.total??0)-1),e<t&&n++)}return r&&this.refreshSoon(),this.changed(),n}refreshSoon(){clearTimeout(this.gathering),this.gathering=setTimeout(()=>void this.refresh(),tt)}retry(){this.error=void 0,this.total===void 0?this.begin():this.rows.retry()}end(){clearTimeout(this.gathering),this.question++}anew(){return this.error=void 0,++this.question}async count(e){let t=await this.asker.count(this.restriction);e===this.question&&(this.total=t,this.changed())}failed(e,t){e===this.question&&(this.error=g.from(t),this.changed())}letIn(e){let t=this.rows.placeOf(t=>X(t,e)<0)??0;return this.rows.insert(t,e),this.total=(this.total??0)+1,this.newest=it(this.newest,rt(e.at)),t}late(e){let t=this.rows.placeOf(t=>X(t,e)<0);if(t!==void 0)return this.rows.insert(t,e),this.total=(this.total??0)+1,this.changed(),t}};function X(e,t){return Date.parse(t.at)-Date.parse(e.at)}function rt(e){return new Date(Date.parse(e)+1).toISOString()}function it(e,t){return e!==void 0&&Date.parse(e)>Date.parse(t)?e:t}function at(e,t){return e!==void 0&&Date.parse(e)<Date.parse(t)?e:t}var ot=n`
  :host {
    --above: calc(var(--header-height, 56px) + env(safe-area-inset-top));
    display: flex;
    flex-direction: column;
    gap: 12px;
    height: calc(100dvh - var(--above) - 32px - env(safe-area-inset-bottom));
    min-height: 24rem;
    /* The room that other pages leave for toasts is the list's. */
    margin-bottom: -64px;
  }
  :host([narrow]) {
    --above: calc(var(--header-height, 56px) + 48px + env(safe-area-inset-top));
    gap: 8px;
  }
  .bar {
    min-height: 40px;
    gap: 8px 16px;
  }
  .bar p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  strong {
    font-weight: 500;
  }
  .frame {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    padding: 0;
    overflow: hidden;
  }
  earshot-ledger-list {
    flex: 1;
  }
  earshot-waiting {
    padding: 16px;
  }
  :host([narrow]) .frame {
    margin-inline: -16px;
    border-inline: none;
    border-radius: 0;
  }
  .newer {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    top: 12px;
    width: fit-content;
    margin: 0 auto;
    box-shadow: 0 2px 8px rgb(0 0 0 / 30%);
  }
  .dialogs {
    position: absolute;
  }
  .trouble {
    border-bottom: 1px solid var(--divider-color);
  }
`;async function st(e,{needle:t,contents:n,range:r},i,a){let o={found:[],looked:0,whole:!1},s;do{let{found:c,looked:l}=o,{finding:u}=await e.work(`earshot/utterances/search`,{needle:t,contents:n,before:s,...r},e=>e.type===`found`,e=>e.type===`progress`&&i({found:c,looked:l+e.done,whole:!1}),a);s=u.next??void 0,o={found:[...c,...u.items],looked:l+u.looked,whole:s===void 0},i(o)}while(s!==void 0&&!a.aborted);return o}var Z=class extends m{constructor(...e){super(...e),this.filters={},this.open=!1,this.from=``,this.to=``,this.answers=!1,this.needle=``,this.submit=e=>{e.preventDefault();let{range:t}=this,n=this.needle.trim();n!==``&&t!==void 0&&this.work===void 0&&this.look({needle:n,contents:this.answers?[`words`,`response`]:[`words`],range:t})},this.stop=()=>this.work?.abort(),this.close=()=>{this.open=!1,this.needle=``,this.dispatchEvent(new CustomEvent(`closed`))},this.closed=()=>{this.work?.abort(),this.open&&this.close()}}static{this.styles=[...m.styles,n`
      form {
        display: grid;
        gap: 16px;
      }
      .field {
        display: grid;
        flex: 1;
        gap: 4px;
      }
      input[type="search"],
      input[type="date"] {
        width: 100%;
      }
      .check {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
      }
      .error {
        color: var(--es-danger);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.work?.abort()}willUpdate(e){if(!e.has(`open`)||!this.open||this.session===void 0)return;let{format:t}=this.session,n=new Date,{from:r,to:i}=Ae(this.filters,t,n);this.to=i??t.isoDay(n),this.from=r??j(this.to,-6),this.error=void 0,this.searched=void 0,this.count()}render(){return C`<earshot-dialog heading=${this.t(`ledger.search.title`)} ?open=${this.open} @closed=${this.closed}>
      ${this.work===void 0?this.form():this.progress()}
      ${this.work===void 0?C`<button slot="actions" @click=${this.close}>${this.t(`ui.cancel`)}</button>
              <button slot="actions" class="filled" type="submit" form="search" @click=${this.submit}>
                ${this.t(`ledger.search.begin`)}
              </button>`:C`<button slot="actions" @click=${this.stop}>${this.t(`ledger.search.stop`)}</button>`}
    </earshot-dialog>`}form(){return C`<form id="search" @submit=${this.submit}>
      <label class="field">
        <span>${this.t(`ledger.search.needle`)}</span>
        <input
          type="search"
          autocomplete="off"
          maxlength="200"
          .value=${this.needle}
          @input=${e=>{this.needle=e.target.value}}
        />
      </label>
      <div class="row wrap">${this.day(`from`)}${this.day(`to`)}</div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.answers}
          @change=${e=>{this.answers=e.target.checked}}
        />
        ${this.t(`ledger.search.answers`)}
      </label>
      <p>${this.toLook===void 0?this.t(`ledger.search.enters`):this.t(`ledger.search.enters_count`,{count:this.toLook})}</p>
      ${this.error===void 0?w:C`<p class="error" role="alert">${O(this.error,this.t)}</p>`}
    </form>`}day(e){return C`<label class="field">
      <span>${this.t(`ledger.filter.${e}`)}</span>
      <input type="date" required .value=${this[e]} @change=${t=>{this[e]=t.target.value,this.count()}} />
    </label>`}progress(){let e=this.searched?.looked??0,t=Math.max(this.toLook??0,e),{format:n}=this.session??{};return C`<div class="stack">
      <progress
        aria-label=${this.t(`ledger.search.title`)}
        max=${t||1}
        .value=${this.toLook===void 0?0:e}
      ></progress>
      <p role="status">
        ${this.t(`ledger.search.progress`,{looked:n?.number(e),found:this.searched?.found.length??0})}
      </p>
    </div>`}get range(){let{from:e,to:t,session:n}=this;if(n===void 0||e===``||t===``)return;let r=n.format.timeZone;return{since:M(e,r).toISOString(),until:M(j(t,1),r).toISOString(),satellite:this.filters.satellite}}async count(){let{range:e,session:t}=this;if(this.toLook=void 0,e===void 0||t===void 0)return;let n=this.answers?e:{...e,words_kept:!0},r=await t.client.ask(`earshot/utterances/count`,n).catch(()=>void 0);e.since===this.range?.since&&e.until===this.range.until&&(this.toLook=r?.count)}async look(e){let{session:t}=this;if(t===void 0)return;this.work=new AbortController,this.searched=void 0,this.error=void 0;let n;try{await st(t.client,e,e=>this.told(e),this.work.signal)}catch(e){n=g.from(e)}if(this.work=void 0,this.requestUpdate(),n!==void 0&&n.code!==`given_up`){this.error=n;return}let r=this.searched??{found:[],looked:0,whole:!1};this.dispatchEvent(new CustomEvent(`found`,{detail:r})),this.close()}told(e){this.searched=e}};y([S({attribute:!1})],Z.prototype,`filters`,void 0),y([S({type:Boolean})],Z.prototype,`open`,void 0),y([p()],Z.prototype,`from`,void 0),y([p()],Z.prototype,`to`,void 0),y([p()],Z.prototype,`answers`,void 0),y([p()],Z.prototype,`toLook`,void 0),y([p()],Z.prototype,`searched`,void 0),y([p()],Z.prototype,`error`,void 0),Z=y([T(`earshot-ledger-search`)],Z);var Q=`earshotLedger`;function ct(e){history.replaceState({...history.state,[Q]:e},``)}function lt(){let e=history.state?.[Q];if(typeof e?.newest==`string`&&typeof e.row==`number`)return{newest:e.newest,row:e.row}}var $=class extends pe{static{this.styles=[...pe.styles,ot]}constructor(){super(),this.choosing=!1,this.selection=D.nothing,this.filters={},this.shownFilters=``,this.generation=0,this.version=0,this.day=``,this.labels=new de(this,e=>e.client.ask(`earshot/utterances/labels`)),this.sayDay=()=>{let e=this.rowAt(this.list?.topRow??0),t=e===void 0?this.day:this.session?.format.day(e.at)??``;t!==this.day&&(this.day=t,this.requestUpdate())},this.rowAt=e=>this.found===void 0?this.listing?.rows.get(e):this.found[e],this.redraw=()=>{this.version++,this.requestUpdate()},this.looked=e=>{let{first:t,end:n}=e.detail;this.found===void 0&&this.listing?.rows.want(t,n),this.sayDay()},this.leave=()=>{let{list:e,listing:t}=this,n=t?.restriction.until;e!==null&&n!==void 0&&this.found===void 0&&ct({newest:n,row:e.topRow})},this.toggle=e=>{this.choosing=!0,this.selection=this.selection.toggle(e.detail)},this.closeDialog=()=>{this.dialog=void 0},this.showFound=({detail:e})=>{this.stopChoosing(),this.found=e.found,this.list?.toStart()},this.closeFound=()=>{this.stopChoosing(),this.found=void 0,this.list?.toStart()},new fe(this,`earshot/utterances/subscribe`,e=>this.told(e))}disconnectedCallback(){super.disconnectedCallback(),this.listing?.end(),this.listing=void 0}willUpdate(e){let{session:t}=this;if(t===void 0||this.address===void 0)return;e.has(`address`)&&(this.filters=Oe(this.address.query));let n=JSON.stringify(this.filters);this.listing===void 0||n!==this.shownFilters?this.begin(t,n):t.generation!==this.generation&&this.listing.refresh(),this.generation=t.generation}render(){let{session:e,listing:t}=this;return e===void 0||t===void 0?w:C`
      <h2 class="visually-hidden">${this.t(`ledger.title`)}</h2>
      ${this.found===void 0?this.filterBar():w} ${this.choosing?this.choosingBar(t):this.bar(e)}
      <section class="card frame">${this.body(e,t)}</section>
      ${this.mayChange?this.dialogs():w}
    `}dialogs(){return C`<div class="dialogs"><earshot-ledger-search
        .filters=${this.filters}
        .open=${this.dialog===`search`}
        @found=${this.showFound}
        @closed=${this.closeDialog}
      ></earshot-ledger-search>
      <earshot-ledger-export
        .filters=${this.filters}
        .open=${this.dialog===`export`}
        @closed=${this.closeDialog}
      ></earshot-ledger-export></div>`}get mayChange(){return this.session?.me.role===`admin`}get total(){return this.found?.length??this.listing?.total}begin(e,t){this.listing?.end(),this.listing=new nt(ut(e),je(this.filters,e.format,new Date),this.redraw),this.shownFilters=t,this.stopChoosing(),this.resumed=lt(),this.resumed===void 0?this.listing.begin():this.listing.resume(this.resumed.newest)}filterBar(){return C`<earshot-ledger-filters
      .filters=${this.filters}
      .labels=${this.labels.value}
      ?narrow=${this.narrow}
      ?dark=${this.session?.hass().themes.darkMode}
      @filter=${e=>ne(v(`ledger`,void 0,ke(e.detail)))}
    ></earshot-ledger-filters>`}bar(e){let{total:t}=this,n=t===void 0?``:e.format.number(t),r=this.found===void 0?R(this.filters)?`ledger.count`:`ledger.count_filtered`:`ledger.found`;return C`<div class="row spread bar">
      <p role="status">
        <strong>${t===void 0?w:this.t(r,{total:t,count:n})}</strong>
        <span class="muted">${this.day}</span>
      </p>
      <div class="row">
        ${this.found===void 0?this.tools():C`${this.mayChange?this.tool(`choose`,b,()=>this.toggleChoosing()):w}
                <button @click=${this.closeFound}>${this.t(`ledger.search.close`)}</button>`}
      </div>
    </div>`}tools(){return this.mayChange?C`
      ${this.tool(`search`,x,()=>this.openDialog(`search`))}
      ${this.tool(`export`,a,()=>this.openDialog(`export`))}
      ${this.tool(`choose`,b,()=>this.toggleChoosing())}
    `:w}tool(e,t,n){return C`<button
      class=${this.narrow?`icon`:`plain`}
      aria-label=${this.t(`ledger.tool.${e}`)}
      title=${this.t(`ledger.tool.${e}`)}
      @click=${n}
    >
      <earshot-icon .path=${t}></earshot-icon>${this.narrow?w:this.t(`ledger.tool.${e}`)}
    </button>`}body(e,t){let n=this.found===void 0?t.error??ft(t):void 0,{total:r}=this;return n!==void 0&&(r===void 0||r===0||n.denied)?se(n,e.localize,()=>this.retry()):r===void 0?C`<earshot-waiting></earshot-waiting>`:r===0&&t.waiting.length===0?this.nothingThere():C`
      ${n===void 0?w:C`<div class="trouble">${se(n,e.localize,()=>this.retry())}</div>`}
      ${this.newer(t)}
      <earshot-ledger-list
        .count=${r}
        .rowAt=${this.rowAt}
        .version=${this.version}
        .selection=${this.selection}
        ?choosing=${this.choosing}
        ?choosable=${this.mayChange}
        ?narrow=${this.narrow}
        @window=${this.looked}
        @moved=${this.sayDay}
        @leave=${this.leave}
        .beginAt=${this.resumed?.row??0}
        @toggle=${this.toggle}
      ></earshot-ledger-list>
    `}newer(e){let{length:t}=e.waiting;return t===0||this.found!==void 0?w:C`<button class="filled newer" @click=${()=>void this.showNewer(e)}>
      <earshot-icon .path=${l}></earshot-icon>${this.t(`ledger.newer`,{count:t})}
    </button>`}nothingThere(){return this.found===void 0?R(this.filters)?C`<earshot-message .icon=${d} heading=${this.t(`ledger.empty.title`)}>
        ${this.t(`ledger.empty.text`)}
        <a slot="action" class="button" href=${v(`satellites`)}>${this.t(`app.page.satellites`)}</a>
      </earshot-message>`:C`<earshot-message .icon=${i} heading=${this.t(`ledger.no_match.title`)}>
      ${this.t(`ledger.no_match.text`)}
      <a slot="action" class="button" href=${v(`ledger`)}>${this.t(`ledger.filter.clear`)}</a>
    </earshot-message>`:C`<earshot-message .icon=${x} heading=${this.t(`ledger.nothing_found.title`)}>
        ${this.t(`ledger.nothing_found.text`)}
      </earshot-message>`}choosingBar(e){return C`<earshot-ledger-choosing
      .selection=${this.selection}
      .listing=${e}
      .everything=${this.everything(e)}
      @choose=${e=>{this.selection=e.detail}}
      @done=${()=>this.stopChoosing()}
    ></earshot-ledger-choosing>`}everything(e){if(this.found!==void 0)return D.of(this.found.map(e=>e.utterance_id));let{until:t}=e.restriction;return e.total===void 0||t===void 0?void 0:D.all(t,e.total)}told(e){let{listing:t,list:n}=this;if(t!==void 0)switch(this.found=this.found&&dt(this.found,e),e.type){case`stale`:t.refreshSoon();return;case`gone`:{this.selection=this.selection.without(e.utterance_ids);let r=t.gone(e.utterance_ids,n?.topRow??0);n!==null&&(n.addedAbove-=r);return}case`changed`:{let r=this.found===void 0&&(n?.atStart??!0),i=t.told(e.utterance,r);if(i===void 0||n===null)return;r?n.slideIn(1):i<n.topRow&&n.addedAbove++}}}async showNewer(e){this.list?.toStart();let t=await e.letWaitingIn();t!==void 0&&this.list?.slideIn(t),this.list?.focus({preventScroll:!0})}retry(){this.listing?.retry(),this.labels.reload()}toggleChoosing(){this.choosing?this.stopChoosing():this.choosing=!0}stopChoosing(){this.choosing=!1,this.selection=D.nothing}openDialog(e){this.dialog=e}};y([p()],$.prototype,`choosing`,void 0),y([p()],$.prototype,`selection`,void 0),y([p()],$.prototype,`dialog`,void 0),y([p()],$.prototype,`found`,void 0),y([h(`earshot-ledger-list`)],$.prototype,`list`,void 0),$=y([T(`earshot-ledger-page`)],$);function ut(e){let{client:t}=e;return{list:e=>t.ask(`earshot/utterances/list`,e),count:async e=>(await t.ask(`earshot/utterances/count`,e)).count}}function dt(e,t){return t.type===`gone`?e.filter(e=>!t.utterance_ids.includes(e.utterance_id)):t.type===`stale`?e:e.map(e=>e.utterance_id===t.utterance.utterance_id?t.utterance:e)}function ft(e){return e.rows.error===void 0?void 0:g.from(e.rows.error)}export{$ as EarshotLedgerPage};