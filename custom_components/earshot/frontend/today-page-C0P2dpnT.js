import{A as e,At as t,D as n,H as r,L as i,M as a,Mt as o,Nt as s,Pt as ee,Ut as te,V as c,Vt as ne,d as l,f as u,gt as re,jt as ie,k as ae,l as oe,nt as se,o as d,p as f,sn as p,v as m,w as h,x as g,y as _,z as ce}from"./session-keeper-POaqkS20.js";import{a as le,n as v}from"./loaded-BexyP4Ty.js";import{a as y,c as b,i as x,n as S,o as ue,r as de,s as C,t as w}from"./day-strip-BFWcV4Qm.js";import{t as T}from"./page-BgBs2Y7v.js";import{n as E}from"./class-map-mBRbyPrB.js";function fe(e,t){if(t.type===`now`)return t;if(e===void 0)return;let n=new Map(t.satellites.map(e=>[e.entity_id,e]));return{satellites:[...e.satellites.filter(e=>!n.has(e.entity_id)&&!t.gone.includes(e.entity_id)),...t.satellites].sort((e,t)=>e.label.localeCompare(t.label)),others:t.others??e.others}}function D(e){let{state:t,streams_to:n,captured:r}=e;if(t===`unavailable`)return A(`now.satellite.unavailable`,`unknown`);let i=r?`captured`:k(n,t===`listening`);return A(`now.satellite.${pe(e)}`,i)}function pe({state:e,listening_for:t,wake:n,muted:r}){return e===`listening`?t===`command`?`listening_command`:`listening_wake_word`:e===`idle`?r?`muted`:n===`on_device`?`idle_on_device`:`idle`:e}function O(e){let t={label:C(e.label??``),known:e.label?`yes`:`no`};if(e.kind===`capture`)return{key:`now.other.capture`,values:t,tone:`captured`};let n=k(e.streams_to,e.state===`listening`);return e.kind===`stt_api`?{key:`now.other.stt_api`,values:t,tone:n}:{key:`now.other.run_${me(e)}`,values:t,tone:n}}function me({state:e,listening_for:t}){return e===`responding`||e===`processing`?e:t===`wake_word`?`listening_wake_word`:`listening_command`}function k(e,t){return e?.place===`unknown`?`unknown`:e&&le(e.place)?`left`:t||e?`heard`:`quiet`}function he({satellites:e,others:t}){let n=[...e.map(e=>D(e).tone),...t.map(e=>O(e).tone)],r=e=>n.filter(t=>t===e).length;return r(`captured`)>0?A(`now.summary.captured`,`captured`):r(`left`)>0?{...A(`now.summary.left`,`left`),values:{count:r(`left`)}}:r(`unknown`)>0?{...A(`now.summary.unknown`,`unknown`),values:{count:r(`unknown`)}}:r(`heard`)>0?{...A(`now.summary.heard`,`heard`),values:{count:r(`heard`)}}:A(e.length===0?`now.summary.no_satellites`:`now.summary.quiet`,`quiet`)}function A(e,t){return{key:e,values:{},tone:t}}var ge=n`
  :host {
    display: grid;
    gap: 12px;
    container-type: inline-size;
  }
  .summary {
    font-size: 1.1rem;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    --tone: var(--es-quiet);
    display: flex;
    align-items: flex-start;
    gap: 12px;
    min-width: 0;
    padding: 10px 12px;
    border-inline-start: 3px solid var(--tone);
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
  }
  li.heard {
    --tone: var(--es-inside);
  }
  li.left {
    --tone: var(--es-outside);
  }
  li.unknown {
    --tone: var(--es-unknown);
  }
  li.captured {
    --tone: var(--es-listened);
  }
  .summary.heard {
    color: var(--es-inside);
  }
  .summary.left {
    color: var(--es-outside);
  }
  .summary.unknown {
    color: var(--es-unknown);
  }
  .summary.captured {
    color: var(--es-listened);
  }
  li > earshot-icon {
    width: 24px;
    height: 24px;
    color: var(--tone);
  }
  li:not(.quiet, .unknown) > earshot-icon {
    animation: breathe 2s ease-in-out infinite;
  }
  li > div {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    font-weight: 500;
  }
  .name .small {
    font-weight: 400;
  }
  .doing {
    font-size: 0.95rem;
  }
  .row {
    gap: 0 12px;
  }
  .flag {
    color: var(--tone);
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
`,j={idle:ee,listening:ie,processing:o,responding:p,unavailable:re},M={capture:ne,run:i,stt_api:ae},N=class extends u{constructor(...e){super(...e),this.now=void 0}static{this.styles=[...u.styles,ge]}render(){let{now:e}=this;if(e===void 0)return g;let t=he(e);return h`
      <p class="summary ${t.tone}" role="status">${this.t(t.key,t.values)}</p>
      <ul>
        ${e.others.map(e=>h`<li class=${O(e).tone}>${this.other(e)}</li>`)}
        ${e.satellites.map(e=>h`<li class=${D(e).tone}>${this.satellite(e)}</li>`)}
      </ul>
    `}satellite(e){let t=e.state===`idle`&&e.muted?s:j[e.state];return h`
      <earshot-icon .path=${t}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.label}</bdi>
          ${e.area===null||e.area===e.label?g:h`<bdi class="muted small">${e.area}</bdi>`}
        </p>
        ${this.doing(D(e))} ${this.stream(e.streams_to)} ${this.wake(e)} ${this.flags(e)}
      </div>
    `}other(e){return h`
      <earshot-icon .path=${M[e.kind]}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.kind===`run`&&e.user?e.user:this.t(`now.other.name.${e.kind}`)}</bdi>
        </p>
        ${this.doing(O(e))} ${this.stream(e.streams_to)}
      </div>
    `}doing({key:e,values:t}){return h`<p class="doing" dir="auto">${this.t(e,t)}</p>`}stream(e){if(e===null)return g;let t=e.ear===null?this.t(`now.stream.gate`):this.t(`now.stream.engine`,{known:e.label===``?`no`:`yes`,engine:C(e.label)});return h`
      <p class="small" dir="auto">${t}</p>
      <p class="row wrap">
        <earshot-place .session=${this.session} .place=${e.place}></earshot-place>
        <earshot-evidence .session=${this.session} .evidence=${e.evidence}></earshot-evidence>
      </p>
    `}wake({state:e,streams_to:t,wake:n,muted:r,wake_evidence:i}){return e!==`idle`||t!==null||r||n!==`on_device`?g:h`<earshot-evidence .session=${this.session} .evidence=${i}></earshot-evidence>`}flags(e){let t=e.off_the_record_until;return[e.captured?this.t(`now.flag.captured`):void 0,e.muted&&e.state!==`idle`&&e.state!==`unavailable`?this.t(`now.flag.muted`):void 0,e.off_the_record?this.t(`now.flag.off_the_record`,{ends:t===null?`no`:`yes`,until:t===null?``:this.session?.format.time(t)}):void 0].filter(e=>e!==void 0).map(e=>h`<p class="small flag">${e}</p>`)}};f([m({attribute:!1})],N.prototype,`now`,void 0),N=f([_(`earshot-now-strip`)],N);function P(e){return[{sort:`listened`,count:e.listened},{sort:`left_house`,count:e.left_house},{sort:`unknown`,count:e.unseen},{sort:`blocked`,count:e.blocked}].filter(e=>e.count>0)}function F(e,t){if(t===0)return{left:0,said:0,falseWakes:0};let n=Math.min(e.left_house+e.unseen,e.said);return{left:n/t,said:(e.said-n)/t,falseWakes:e.false_wakes/t}}function I(e){return Math.max(0,...e.days.map(({count:e})=>e.said+e.false_wakes))}function L({unwatched_ms:e}){return Math.min(1,e/864e5)}function R(e){return e.count.said+e.count.false_wakes===0&&L(e)>.95}var _e=n`
  :host {
    display: block;
    container-type: inline-size;
  }
  .week {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 4px;
  }
  th {
    overflow: hidden;
    padding: 4px 0;
    color: var(--es-muted);
    font-size: 0.8rem;
    font-weight: 400;
  }
  td {
    height: 80px;
    padding: 0;
  }
  .day,
  .inside {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    min-width: 0;
    width: 100%;
    height: 100%;
  }
  .day {
    position: relative;
    padding: 6px 4px;
    border-radius: 10px;
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
    color: var(--primary-text-color);
    text-align: center;
    text-decoration: none;
  }
  a.day:hover {
    background: color-mix(in srgb, var(--es-link) 12%, transparent);
  }
  .day.future {
    background: none;
    color: var(--es-muted);
  }
  .day[aria-current] {
    box-shadow: inset 0 0 0 2px var(--es-link);
  }
  .day .hatch {
    align-self: flex-start;
    flex: none;
    min-width: 14px;
    height: 8px;
    margin: auto 0 0;
    border-radius: 4px;
  }
  .legend .hatch {
    width: 20px;
    height: 14px;
    border-radius: 3px;
  }
  .date {
    color: var(--es-muted);
    font-size: 0.8rem;
  }
  .number {
    font-weight: 500;
  }
  .notables {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0 6px;
    font-size: 0.8rem;
  }
  .notables span {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }
  .notables earshot-icon {
    width: 12px;
    height: 12px;
  }
  .week .notables {
    min-height: 34px;
    align-content: flex-start;
  }
  .bar {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 2px;
    width: min(44px, 70%);
    height: 180px;
  }
  .bar span {
    flex: none;
    min-height: 3px;
    border-radius: 4px;
  }
  .part-said {
    background: var(--es-inside);
  }
  .part-left {
    background: repeating-linear-gradient(
      135deg,
      var(--es-outside) 0 5px,
      color-mix(in srgb, var(--es-outside) 55%, transparent) 5px 8px
    );
  }
  .part-false-wakes {
    border: 2px solid var(--es-quiet);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 20px;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .legend earshot-icon {
    width: 16px;
    height: 16px;
  }
  @container (min-width: 640px) {
    td {
      height: 88px;
    }
  }
`,z=[`day`,`week`,`month`],ve=864e5;function ye(e,t){let n=z.find(t=>t===e.get(`view`))??`day`,r=e.get(`day`)??``;return{view:n,day:Ce(r)&&r<=t?r:t}}function B({view:e,day:t},n){return d(`today`,void 0,{view:e===`day`?void 0:e,day:t===n?void 0:t})}function be({view:e,day:t},n,r,i){let a={day:U(t,n),week:U(t,7*n),month:G(t,n)}[e];if(!(V({view:e,day:a},i)[0]>r))return{view:e,day:W(a,r)}}function V({view:e,day:t},n){switch(e){case`day`:return[t,t];case`week`:{let e=K(t,n);return[e,U(e,6)]}case`month`:{let e=`${t.slice(0,8)}01`;return[e,U(G(e,1),-1)]}}}function xe(e,t){let[n,r]=V({view:`month`,day:e},t),i=[];for(let e=K(n,t);e<=r;e=U(e,7))i.push(H(e));return i}function H(e){return Array.from({length:7},(t,n)=>U(e,n))}function U(e,t){return q(Date.parse(e)+t*ve)}function W(e,t){return e<t?e:t}function Se(e,t=new Date){return new Intl.DateTimeFormat(`sv`,{timeZone:e,year:`numeric`,month:`2-digit`,day:`2-digit`}).format(t)}function G(e,t){let n=new Date(e);return q(Date.UTC(n.getUTCFullYear(),n.getUTCMonth()+t,1))}function K(e,t){return U(e,-((new Date(e).getUTCDay()-t+7)%7))}function q(e){return new Date(e).toISOString().slice(0,10)}function Ce(e){let t=/^\d{4}-\d{2}-\d{2}$/.test(e)?Date.parse(e):NaN;return!Number.isNaN(t)&&q(t)===e}var J=class extends u{constructor(...e){super(...e),this.totals=void 0,this.view=`week`,this.day=``,this.today=``}static{this.styles=[...u.styles,y,de,_e]}render(){let{totals:e}=this;if(e===void 0)return g;let t=new Map(e.days.map(e=>[e.day,e]));return h`${this.view===`week`?this.week(t,I(e)):this.month(t)} ${this.legend(e)}`}week(e,t){return h`<ul class="week">
      ${H(this.day).map(n=>h`<li>${this.link(n,e.get(n),e=>this.bar(e,t))}</li>`)}
    </ul>`}month(e){let t=xe(this.day,this.session?.format.firstWeekday??1);return h`<table>
      <thead>
        <tr>
          ${(t[0]??[]).map(e=>h`<th scope="col" abbr=${this.weekday(e,`long`)}>${this.weekday(e,`short`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${t.map(t=>h`<tr>${t.map(t=>h`<td>${this.cell(t,e.get(t))}</td>`)}</tr>`)}
      </tbody>
    </table>`}cell(e,t){return e.slice(0,7)===this.day.slice(0,7)?this.link(e,t,({count:e})=>e.said===0?g:h`<span class="said number">${this.number(e.said)}</span>`):g}link(e,t,n){let{session:r}=this,i=h`
      ${this.view===`week`?h`<span class="date">${this.weekday(e,`short`)}</span>`:g}
      <span class="date">${r?.format.calendarDay(e,{day:`numeric`})}</span>
    `;if(t===void 0)return h`<span class="day future">${i}</span>`;let{count:a}=t,o=L(t);return h`<a
      class="day"
      href=${B({view:`day`,day:e},this.today)}
      aria-current=${e===this.today?`date`:g}
    >
      <span class="visually-hidden">${this.nameOf(t)}</span>
      <span class="inside" aria-hidden="true">${i} ${n(t)}
      <span class="notables">
        ${P(a).map(e=>h`<span class=${e.sort}>
            <earshot-icon .path=${x[e.sort]}></earshot-icon>${this.number(e.count)}
          </span>`)}
      </span>
      ${o===0?g:h`<span class="hatch" style=${E({width:`${o*100}%`})}></span>`}
      </span>
    </a>`}bar(e,t){let{count:n}=e,r=F(n,t),i=(e,t)=>t===0?g:h`<span class=${e} style=${E({height:`${t*100}%`})}></span>`;return h`
      <span class="number">${R(e)?`–`:this.number(n.said)}</span>
      <span class="bar">
        ${i(`part-false-wakes`,r.falseWakes)} ${i(`part-said`,r.said)} ${i(`part-left`,r.left)}
      </span>
    `}nameOf({day:e,count:t,unwatched_ms:n}){return this.t(`today.days.name`,{day:this.session?.format.calendarDay(e),said:t.said,false_wakes:t.false_wakes,blocked:t.blocked,left:t.left_house,unseen:t.unseen,listened:t.listened,gap:n>0?`yes`:`no`,long:this.session?.format.duration(n)})}legend({all:e,days:t}){let n=[{sort:`said`,count:e.said},{sort:`false_wake`,count:e.false_wakes},{sort:`blocked`,count:e.blocked},{sort:`left_house`,count:e.left_house},...e.unseen>0?[{sort:`unknown`,count:e.unseen}]:[],{sort:`listened`,count:e.listened}],r=t.some(e=>e.unwatched_ms>0);return h`<ul class="legend" aria-label=${this.t(`today.days.sum`)}>
      ${n.map(({sort:e,count:t})=>h`<li>
          <earshot-icon class=${e} .path=${x[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}
        </li>`)}
      ${r?h`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:g}
    </ul>`}weekday(e,t){return this.session?.format.calendarDay(e,{weekday:t})??``}number(e){return this.session?.format.number(e)??``}};f([m({attribute:!1})],J.prototype,`totals`,void 0),f([m()],J.prototype,`view`,void 0),f([m()],J.prototype,`day`,void 0),f([m()],J.prototype,`today`,void 0),J=f([_(`earshot-days`)],J);var we=`/config/repairs`;function Te(e,t){let[n,...r]=e.filter(e=>e.kind===`leftover`),i=e.filter(e=>e.kind!==`leftover`);return(n===void 0?i:[...i,{...n,count:r.length+1,since:null}]).map(e=>({decision:e,...Ee(e,t.role===`admin`)}))}function Ee(e,t){switch(e.kind){case`outage`:return{key:`today.decisions.outage.${e.id===`vault_failed`?`vault`:`ledger`}`,address:n()};case`repair`:return{key:void 0,address:n()};case`question`:return{key:`today.decisions.question`,address:e.id.startsWith(`typed_`)?void 0:d(`utterance`,e.id)};case`leftover`:return{key:`today.decisions.leftover`,address:t?d(`leftovers`):void 0};case`not_witnessed`:return{key:`today.decisions.not_witnessed`,address:d(`proof`)};default:return{key:`today.decisions.other`,address:void 0}}function n(){return t?we:void 0}}function De(e){return e.some(e=>e.severity===`critical`||e.severity===`error`)}var Y={critical:e,error:e,warning:a},X=class extends u{constructor(...e){super(...e),this.decisions=[],this.texts=new v(this,async(e,t)=>e.hass().loadBackendTranslation?.(`issues`,`earshot`),()=>this.wanted())}static{this.styles=[...u.styles,n`
      :host {
        display: block;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li > * {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 48px;
        padding: 6px 0;
        color: var(--primary-text-color);
        text-decoration: none;
      }
      li + li {
        border-top: 1px solid var(--divider-color);
      }
      a:hover .text {
        text-decoration: underline;
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .since {
        display: block;
      }
      .critical,
      .error {
        color: var(--es-danger);
      }
      .warning {
        color: var(--es-outside);
      }
      .info,
      .go {
        color: var(--es-quiet);
      }
      .none earshot-icon {
        color: var(--es-inside);
      }
      .go:dir(rtl) {
        transform: scaleX(-1);
      }
    `]}render(){let e=this.session?.me;if(e===void 0)return g;let t=Te(this.decisions,e);return t.length===0?h`<p class="row muted none">
        <earshot-icon .path=${ce}></earshot-icon>${this.t(`today.decisions.none`)}
      </p>`:h`<ul>${t.map(e=>h`<li>${this.item(e)}</li>`)}</ul>`}item(e){let{severity:t,since:n}=e.decision,i=h`
      <earshot-icon class=${t in Y?t:`info`} .path=${Y[t]??`M11,9H13V7H11M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M11,17H13V11H11V17Z`}></earshot-icon>
      <span class="text" dir="auto">
        ${this.text(e)}
        ${n===null?g:h`<span class="since muted small">${this.t(`today.decisions.since`,{at:this.session?.format.moment(n)})}</span>`}
      </span>
    `;return e.address===void 0?h`<div>${i}</div>`:h`<a href=${e.address}>${i}<earshot-icon class="go" .path=${r}></earshot-icon></a>`}text({decision:e,key:t}){return t===void 0?this.texts.value?.(`component.earshot.issues.${e.translation_key}.title`,e.placeholders)||this.t(`today.decisions.repair`):this.t(t,{who:C(e.who??``),count:e.count??0})}wanted(){let e=this.session?.hass().language;return e!==void 0&&this.decisions.some(e=>e.kind===`repair`)?[e]:void 0}};f([m({attribute:!1})],X.prototype,`decisions`,void 0),X=f([_(`earshot-decisions`)],X);var Z=class extends u{static{this.styles=[...u.styles,n`
      :host {
        display: grid;
        align-content: start;
        gap: 12px;
      }
      ul {
        display: grid;
        gap: 0;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 40px;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: 40px;
      }
      earshot-icon {
        color: var(--es-quiet);
      }
    `]}constructor(){super(),this.kept=null,new ue(this)}render(){let{kept:e}=this;return e===null?h`<p class="unknown">${this.t(`today.kept.unknown`)}</p>`:e.sounds+e.words+e.responses===0?h`<p class="muted">${this.t(`today.kept.nothing`)}</p>`:h`
      <ul>
        <li>
          <earshot-icon .path=${p}></earshot-icon>
          ${this.link(e.sounds,this.t(`today.kept.sounds`,{count:e.sounds}),S(`sound`))}
        </li>
        <li>
          <earshot-icon .path=${t}></earshot-icon>
          ${this.link(e.words,this.t(`today.kept.words`,{count:e.words}),S(`words`))}
        </li>
        <li>
          <earshot-icon .path=${te}></earshot-icon>
          ${this.t(`today.kept.responses`,{count:e.responses})}
        </li>
        <li>
          <earshot-icon .path=${se}></earshot-icon>
          <span>${this.erasure(e)}</span>
        </li>
      </ul>
      <p class="muted small">${this.t(`today.kept.bytes`,{bytes:this.session?.format.bytes(e.bytes)})}</p>
      ${e.without_end>0?h`<p>${this.t(`today.kept.without_end`,{count:e.without_end})}</p>`:g}
    `}link(e,t,n){return e===0?h`${t}`:h`<a href=${n}>${t}</a>`}erasure({next_erasure:e,last_erasure:t}){let n=this.session?.format;return e===null||t===null||n===void 0?this.t(`today.kept.no_end`):this.t(e===t?`today.kept.erased_at_once`:`today.kept.erased`,{next:n.relative(e),at:n.moment(e),last:n.moment(t)})}};f([m({attribute:!1})],Z.prototype,`kept`,void 0),Z=f([_(`earshot-kept`)],Z);var Oe=n`
  :host {
    display: block;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .when {
    margin-inline-start: -8px;
  }
  .arrow {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 40px;
    height: 40px;
    border-radius: 20px;
    color: inherit;
    font-size: 1.2rem;
  }
  .arrow[aria-disabled] {
    opacity: 0.3;
  }
  a.arrow:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  .arrow:dir(rtl) earshot-icon {
    transform: scaleX(-1);
  }
  nav {
    display: inline-flex;
    overflow: hidden;
    border: 1px solid var(--es-outline);
    border-radius: 20px;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-height: 40px;
    padding: 0 18px;
    color: var(--primary-text-color);
    text-decoration: none;
  }
  nav a + a {
    border-inline-start: 1px solid var(--es-outline);
  }
  nav a[aria-current] {
    background: var(--es-accent);
    color: var(--es-on-accent);
  }
  nav a:focus-visible {
    outline-offset: -4px;
    outline-color: currentColor;
  }
  .hero {
    padding: 28px 24px 20px;
  }
  .card > h2 {
    margin-bottom: 16px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
    gap: 16px;
    align-items: start;
  }
  .note {
    margin-top: 16px;
  }
  [aria-busy="true"] {
    opacity: 0.5;
    transition: opacity 0.1s 0.2s;
  }
  :host([narrow]) .hero {
    padding: 20px 16px 12px;
  }
`;function ke(e){return[{sort:`said`,count:e.said,filter:{}},{sort:`false_wake`,count:e.false_wakes,filter:{outcome:`false_wake`}},{sort:`outside`,count:e.outside,filter:void 0},{sort:`blocked`,count:e.blocked,filter:{outcome:`blocked`}},{sort:`left_house`,count:e.left_house-e.unknown,filter:{left_house:`true`}},{sort:`unknown`,count:e.unknown,filter:void 0},{sort:`listened`,count:e.listened,filter:{listened:`true`}}].filter(e=>e.count>0)}var Q=class extends u{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...u.styles,y,n`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      li > * {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        color: var(--primary-text-color);
      }
      a {
        text-decoration-color: var(--es-outline);
        text-underline-offset: 4px;
      }
      earshot-icon {
        width: 16px;
        height: 16px;
      }
    `]}render(){let{today:e}=this;if(e===void 0)return g;let t=ke(e);return t.length===0?g:h`<ul>${t.map(t=>h`<li>${this.sum(t,e)}</li>`)}</ul>`}sum({sort:e,count:t,filter:n},r){let i=h`<earshot-icon class=${e} .path=${x[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}`;return n===void 0?h`<span>${i}</span>`:h`<a href=${w(r,n)}>${i}</a>`}};f([m({attribute:!1})],Q.prototype,`today`,void 0),Q=f([_(`earshot-day-summary`)],Q);var $=class extends T{constructor(...e){super(...e),this.followed=new b(this,`earshot/today/subscribe`,(e,{today:t})=>(e!==void 0&&this.viewing?.view!==`day`&&this.totals.reload(),t),()=>this.asked()),this.totals=new v(this,(e,t,n)=>e.client.ask(`earshot/totals/get`,{first:t,last:n}),()=>this.range()),this.listeners=new b(this,`earshot/now/subscribe`,fe,()=>this.viewing?.view===`day`&&this.viewing.day===this.now?{}:void 0)}static{this.styles=[...T.styles,Oe]}render(){let{session:e,viewing:t}=this;return e===void 0||t===void 0?g:h`
      <div class="stack">
        ${this.head(t,e)}
        ${t.view===`day`?l(this.followed.state,this.t,e=>this.day(e,t),()=>this.followed.again()):l(this.totals.state,this.t,e=>this.days(e,t.view),()=>void this.totals.reload())}
      </div>
    `}get now(){return Se(this.session?.hass().config.time_zone??`UTC`)}get viewing(){return this.address===void 0?void 0:ye(this.address.query,this.now)}asked(){let{viewing:e}=this;if(e!==void 0)return e.view!==`day`||e.day===this.now?{}:{day:e.day}}range(){let{viewing:e,session:t}=this;if(e===void 0||t===void 0||e.view===`day`)return;let[n,r]=V(e,t.format.firstWeekday);return[n,W(r,this.now)]}head(e,t){let{now:n}=this,i=i=>{let a=be(e,i,n,t.format.firstWeekday),o=h`<earshot-icon .path=${i===1?r:c}></earshot-icon>`,s=this.t(i===1?`today.next.${e.view}`:`today.previous.${e.view}`);return a===void 0?h`<span class="arrow" role="link" aria-disabled="true" aria-label=${s}>${o}</span>`:h`<a class="arrow" href=${B(a,n)} aria-label=${s} title=${s}>${o}</a>`};return h`<div class="head">
      <div class="row when">
        ${i(-1)}
        <h2 aria-live="polite">${this.heading(e,t)}</h2>
        ${i(1)}
        ${e.day===n?g:h`<a class="button" href=${B({...e,day:n},n)}>${this.t(`today.title`)}</a>`}
      </div>
      <nav aria-label=${this.t(`today.view.title`)}>${z.map(t=>this.view(t,e))}</nav>
    </div>`}view(e,t){let n=e===t.view?`true`:g;return h`<a href=${B({...t,view:e},this.now)} aria-current=${n}>${this.t(`today.view.${e}`)}</a>`}heading(e,{format:t}){let n=e.day.slice(0,4)===this.now.slice(0,4)?{}:{year:`numeric`};switch(e.view){case`day`:return t.calendarDay(e.day,{weekday:`long`,day:`numeric`,month:`long`,...n});case`week`:return t.calendarRange(...V(e,t.firstWeekday));case`month`:return t.calendarDay(e.day,{month:`long`,year:`numeric`})}}day(e,t){let{session:n}=this,r=e.day!==t.day,i=e.is_today&&De(e.decisions),a=h`<section class="card">
      <h2>${this.t(`today.decisions.title`)}</h2>
      <earshot-decisions .session=${n} .decisions=${e.decisions}></earshot-decisions>
    </section>`;return h`
      ${this.interrupted()}
      <div class="stack" aria-busy=${r?`true`:`false`}>
        <section class="card hero">
          <earshot-day-sentence .session=${n} .today=${e}>
            <earshot-day-summary .session=${n} .today=${e}></earshot-day-summary>
          </earshot-day-sentence>
        </section>
        ${i?a:g} ${e.is_today?this.listening(n):g}
        <section class="card">
          <h2>${this.t(`today.strip.title`)}</h2>
          <earshot-day-strip .session=${n} .today=${e}></earshot-day-strip>
        </section>
        ${e.is_today?h`<div class="pair">
                ${i?g:a}
                <section class="card">
                  <h2>${this.t(`today.kept.title`)}</h2>
                  <earshot-kept .session=${n} .kept=${e.kept}></earshot-kept>
                </section>
              </div>`:g}
      </div>
    `}listening(e){let{state:t,interrupted:n}=this.listeners;return t.kind===`loading`?g:h`<section class="card">
      <h2>${this.t(`now.title`)}</h2>
      ${t.kind===`failed`||n!==void 0?h`<p class="muted">${this.t(`now.not_known`)}</p>`:h`<earshot-now-strip .session=${e} .now=${t.value}></earshot-now-strip>`}
    </section>`}interrupted(){let e=this.followed.interrupted;return e===void 0?g:h`<p class="card" role="status">${this.t(`today.interrupted`)} ${oe(e,this.t)}</p>`}days(e,t){let n=this.range(),r=e.days[0]?.day!==n?.[0];return h`<section class="card" aria-busy=${r?`true`:`false`}>
      <earshot-days
        .session=${this.session}
        .totals=${e}
        .view=${t}
        .day=${n?.[0]??``}
        .today=${this.now}
      ></earshot-days>
      <p class="muted small note">${this.t(`today.days.note`)}</p>
    </section>`}};$=f([_(`earshot-today-page`)],$);export{$ as EarshotTodayPage};