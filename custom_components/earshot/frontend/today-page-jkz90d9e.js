import{Bn as e,D as t,K as n,M as r,P as i,X as a,Y as o,Zt as s,d as c,f as l,fn as u,ft as ee,l as te,o as d,p as f,v as p,w as m,x as h,y as g}from"./session-keeper-xz4QIxtX.js";import{n as _}from"./loaded-CD7GJ6Wy.js";import{t as v}from"./watching-FqvicNaX.js";import{t as y}from"./page-C7cxgX1z.js";import{a as b,i as x,n as S,o as C,r as w,s as T,t as E}from"./day-strip-sVXn33ct.js";import{n as D}from"./class-map-Dy-TevgP.js";import{t as O}from"./isolate-CV-Y3VRw.js";function k(e){return[{sort:`listened`,count:e.listened},{sort:`left_house`,count:e.left_house},{sort:`unknown`,count:e.unseen},{sort:`blocked`,count:e.blocked}].filter(e=>e.count>0)}function A(e,t){if(t===0)return{left:0,said:0,falseWakes:0};let n=Math.min(e.left_house+e.unseen,e.said);return{left:n/t,said:(e.said-n)/t,falseWakes:e.false_wakes/t}}function j(e){return Math.max(0,...e.days.map(({count:e})=>e.said+e.false_wakes))}function M({unwatched_ms:e}){return Math.min(1,e/864e5)}function ne(e){return e.count.said+e.count.false_wakes===0&&M(e)>.95}var re=t`
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
`,N=[`day`,`week`,`month`],ie=864e5;function ae(e,t){let n=N.find(t=>t===e.get(`view`))??`day`,r=e.get(`day`)??``;return{view:n,day:G(r)&&r<=t?r:t}}function P({view:e,day:t},n){return d(`today`,void 0,{view:e===`day`?void 0:e,day:t===n?void 0:t})}function F({view:e,day:t},n,r,i){let a={day:z(t,n),week:z(t,7*n),month:H(t,n)}[e];if(!(I({view:e,day:a},i)[0]>r))return{view:e,day:B(a,r)}}function I({view:e,day:t},n){switch(e){case`day`:return[t,t];case`week`:{let e=U(t,n);return[e,z(e,6)]}case`month`:{let e=`${t.slice(0,8)}01`;return[e,z(H(e,1),-1)]}}}function L(e,t){let[n,r]=I({view:`month`,day:e},t),i=[];for(let e=U(n,t);e<=r;e=z(e,7))i.push(R(e));return i}function R(e){return Array.from({length:7},(t,n)=>z(e,n))}function z(e,t){return W(Date.parse(e)+t*ie)}function B(e,t){return e<t?e:t}function V(e,t=new Date){return new Intl.DateTimeFormat(`sv`,{timeZone:e,year:`numeric`,month:`2-digit`,day:`2-digit`}).format(t)}function H(e,t){let n=new Date(e);return W(Date.UTC(n.getUTCFullYear(),n.getUTCMonth()+t,1))}function U(e,t){return z(e,-((new Date(e).getUTCDay()-t+7)%7))}function W(e){return new Date(e).toISOString().slice(0,10)}function G(e){let t=/^\d{4}-\d{2}-\d{2}$/.test(e)?Date.parse(e):NaN;return!Number.isNaN(t)&&W(t)===e}var K=class extends l{constructor(...e){super(...e),this.totals=void 0,this.view=`week`,this.day=``,this.today=``}static{this.styles=[...l.styles,b,w,re]}render(){let{totals:e}=this;if(e===void 0)return h;let t=new Map(e.days.map(e=>[e.day,e]));return m`${this.view===`week`?this.week(t,j(e)):this.month(t)} ${this.legend(e)}`}week(e,t){return m`<ul class="week">
      ${R(this.day).map(n=>m`<li>${this.link(n,e.get(n),e=>this.bar(e,t))}</li>`)}
    </ul>`}month(e){let t=L(this.day,this.session?.format.firstWeekday??1);return m`<table>
      <thead>
        <tr>
          ${(t[0]??[]).map(e=>m`<th scope="col" abbr=${this.weekday(e,`long`)}>${this.weekday(e,`short`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${t.map(t=>m`<tr>${t.map(t=>m`<td>${this.cell(t,e.get(t))}</td>`)}</tr>`)}
      </tbody>
    </table>`}cell(e,t){return e.slice(0,7)===this.day.slice(0,7)?this.link(e,t,({count:e})=>e.said===0?h:m`<span class="said number">${this.number(e.said)}</span>`):h}link(e,t,n){let{session:r}=this,i=m`
      ${this.view===`week`?m`<span class="date">${this.weekday(e,`short`)}</span>`:h}
      <span class="date">${r?.format.calendarDay(e,{day:`numeric`})}</span>
    `;if(t===void 0)return m`<span class="day future">${i}</span>`;let{count:a}=t,o=M(t);return m`<a
      class="day"
      href=${P({view:`day`,day:e},this.today)}
      aria-current=${e===this.today?`date`:h}
    >
      <span class="visually-hidden">${this.nameOf(t)}</span>
      <span class="inside" aria-hidden="true">${i} ${n(t)}
      <span class="notables">
        ${k(a).map(e=>m`<span class=${e.sort}>
            <earshot-icon .path=${x[e.sort]}></earshot-icon>${this.number(e.count)}
          </span>`)}
      </span>
      ${o===0?h:m`<span class="hatch" style=${D({width:`${o*100}%`})}></span>`}
      </span>
    </a>`}bar(e,t){let{count:n}=e,r=A(n,t),i=(e,t)=>t===0?h:m`<span class=${e} style=${D({height:`${t*100}%`})}></span>`;return m`
      <span class="number">${ne(e)?`–`:this.number(n.said)}</span>
      <span class="bar">
        ${i(`part-false-wakes`,r.falseWakes)} ${i(`part-said`,r.said)} ${i(`part-left`,r.left)}
      </span>
    `}nameOf({day:e,count:t,unwatched_ms:n}){return this.t(`today.days.name`,{day:this.session?.format.calendarDay(e),said:t.said,false_wakes:t.false_wakes,blocked:t.blocked,left:t.left_house,unseen:t.unseen,listened:t.listened,gap:n>0?`yes`:`no`,long:this.session?.format.duration(n)})}legend({all:e,days:t}){let n=[{sort:`said`,count:e.said},{sort:`false_wake`,count:e.false_wakes},{sort:`blocked`,count:e.blocked},{sort:`left_house`,count:e.left_house},...e.unseen>0?[{sort:`unknown`,count:e.unseen}]:[],{sort:`listened`,count:e.listened}],r=t.some(e=>e.unwatched_ms>0);return m`<ul class="legend" aria-label=${this.t(`today.days.sum`)}>
      ${n.map(({sort:e,count:t})=>m`<li>
          <earshot-icon class=${e} .path=${x[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}
        </li>`)}
      ${r?m`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:h}
    </ul>`}weekday(e,t){return this.session?.format.calendarDay(e,{weekday:t})??``}number(e){return this.session?.format.number(e)??``}};f([p({attribute:!1})],K.prototype,`totals`,void 0),f([p()],K.prototype,`view`,void 0),f([p()],K.prototype,`day`,void 0),f([p()],K.prototype,`today`,void 0),K=f([g(`earshot-days`)],K);var q=`/config/repairs`;function oe(e,t){let[n,...r]=e.filter(e=>e.kind===`leftover`),i=e.filter(e=>e.kind!==`leftover`);return(n===void 0?i:[...i,{...n,count:r.length+1,since:null}]).map(e=>({decision:e,...se(e,t.role===`admin`)}))}function se(e,t){switch(e.kind){case`outage`:return{key:`today.decisions.outage.${e.id===`vault_failed`?`vault`:`ledger`}`,address:n()};case`repair`:return{key:void 0,address:n()};case`question`:return{key:`today.decisions.question`,address:e.id.startsWith(`typed_`)?void 0:d(`utterance`,e.id)};case`leftover`:return{key:`today.decisions.leftover`,address:t?d(`leftovers`):void 0};case`not_witnessed`:return{key:`today.decisions.not_witnessed`,address:d(`proof`)};case`offers`:return{key:`today.decisions.offers`,address:d(`sharing`)};case`consent_ending`:return{key:`today.decisions.consent_ending`,address:d(`sharing`)};case`donation_suspended`:return{key:`today.decisions.donation_suspended`,address:d(`sharing`)};default:return{key:`today.decisions.other`,address:void 0}}function n(){return t?q:void 0}}function ce(e){return e.some(e=>e.severity===`critical`||e.severity===`error`)}var J={critical:r,error:r,warning:i},Y=class extends l{constructor(...e){super(...e),this.decisions=[],this.texts=new _(this,async(e,t)=>e.hass().loadBackendTranslation?.(`issues`,`earshot`),()=>this.wanted())}static{this.styles=[...l.styles,t`
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
    `]}render(){let e=this.session?.me;if(e===void 0)return h;let t=oe(this.decisions,e);return t.length===0?m`<p class="row muted none">
        <earshot-icon .path=${n}></earshot-icon>${this.t(`today.decisions.none`)}
      </p>`:m`<ul>${t.map(e=>m`<li>${this.item(e)}</li>`)}</ul>`}item(e){let{severity:t,since:n}=e.decision,r=m`
      <earshot-icon class=${t in J?t:`info`} .path=${J[t]??`M11,9H13V7H11M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M11,17H13V11H11V17Z`}></earshot-icon>
      <span class="text" dir="auto">
        ${this.text(e)}
        ${n===null?h:m`<span class="since muted small">${this.t(`today.decisions.since`,{at:this.session?.format.moment(n)})}</span>`}
      </span>
    `;return e.address===void 0?m`<div>${r}</div>`:m`<a href=${e.address}>${r}<earshot-icon class="go" .path=${a}></earshot-icon></a>`}text({decision:e,key:t}){return t===void 0?this.texts.value?.(`component.earshot.issues.${e.translation_key}.title`,e.placeholders)||this.t(`today.decisions.repair`):this.t(t,{who:O(e.who??``),count:e.count??0})}wanted(){let e=this.session?.hass().language;return e!==void 0&&this.decisions.some(e=>e.kind===`repair`)?[e]:void 0}};f([p({attribute:!1})],Y.prototype,`decisions`,void 0),Y=f([g(`earshot-decisions`)],Y);var X=class extends l{static{this.styles=[...l.styles,t`
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
    `]}constructor(){super(),this.kept=null,new C(this)}render(){let{kept:t}=this;return t===null?m`<p class="unknown">${this.t(`today.kept.unknown`)}</p>`:t.sounds+t.words+t.responses===0?m`<p class="muted">${this.t(`today.kept.nothing`)}</p>`:m`
      <ul>
        <li>
          <earshot-icon .path=${e}></earshot-icon>
          ${this.link(t.sounds,this.t(`today.kept.sounds`,{count:t.sounds}),S(`sound`))}
        </li>
        <li>
          <earshot-icon .path=${s}></earshot-icon>
          ${this.link(t.words,this.t(`today.kept.words`,{count:t.words}),S(`words`))}
        </li>
        <li>
          <earshot-icon .path=${u}></earshot-icon>
          ${this.t(`today.kept.responses`,{count:t.responses})}
        </li>
        <li>
          <earshot-icon .path=${ee}></earshot-icon>
          <span>${this.erasure(t)}</span>
        </li>
      </ul>
      <p class="muted small">${this.t(`today.kept.bytes`,{bytes:this.session?.format.bytes(t.bytes)})}</p>
      ${t.without_end>0?m`<p>${this.t(`today.kept.without_end`,{count:t.without_end})}</p>`:h}
    `}link(e,t,n){return e===0?m`${t}`:m`<a href=${n}>${t}</a>`}erasure({next_erasure:e,last_erasure:t}){let n=this.session?.format;return e===null||t===null||n===void 0?this.t(`today.kept.no_end`):this.t(e===t?`today.kept.erased_at_once`:`today.kept.erased`,{next:n.relative(e),at:n.moment(e),last:n.moment(t)})}};f([p({attribute:!1})],X.prototype,`kept`,void 0),X=f([g(`earshot-kept`)],X);var Z=t`
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
`;function le(e){return[{sort:`said`,count:e.said,filter:{}},{sort:`false_wake`,count:e.false_wakes,filter:{outcome:`false_wake`}},{sort:`outside`,count:e.outside,filter:void 0},{sort:`blocked`,count:e.blocked,filter:{outcome:`blocked`}},{sort:`left_house`,count:e.left_house-e.unknown,filter:{left_house:`true`}},{sort:`unknown`,count:e.unknown,filter:void 0},{sort:`listened`,count:e.listened,filter:{listened:`true`}}].filter(e=>e.count>0)}var Q=class extends l{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...l.styles,b,t`
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
    `]}render(){let{today:e}=this;if(e===void 0)return h;let t=le(e);return t.length===0?h:m`<ul>${t.map(t=>m`<li>${this.sum(t,e)}</li>`)}</ul>`}sum({sort:e,count:t,filter:n},r){let i=m`<earshot-icon class=${e} .path=${x[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}`;return n===void 0?m`<span>${i}</span>`:m`<a href=${E(r,n)}>${i}</a>`}};f([p({attribute:!1})],Q.prototype,`today`,void 0),Q=f([g(`earshot-day-summary`)],Q);var $=class extends y{constructor(...e){super(...e),this.followed=new v(this,`earshot/today/subscribe`,(e,{today:t})=>(e!==void 0&&this.viewing?.view!==`day`&&this.totals.reload(),t),()=>this.asked()),this.totals=new _(this,(e,t,n)=>e.client.ask(`earshot/totals/get`,{first:t,last:n}),()=>this.range()),this.listeners=new v(this,`earshot/now/subscribe`,T,()=>this.viewing?.view===`day`&&this.viewing.day===this.now?{}:void 0)}static{this.styles=[...y.styles,Z]}render(){let{session:e,viewing:t}=this;return e===void 0||t===void 0?h:m`
      <div class="stack">
        ${this.head(t,e)}
        ${t.view===`day`?c(this.followed.state,this.t,e=>this.day(e,t),()=>this.followed.again()):c(this.totals.state,this.t,e=>this.days(e,t.view),()=>void this.totals.reload())}
      </div>
    `}get now(){return V(this.session?.hass().config.time_zone??`UTC`)}get viewing(){return this.address===void 0?void 0:ae(this.address.query,this.now)}asked(){let{viewing:e}=this;if(e!==void 0)return e.view!==`day`||e.day===this.now?{}:{day:e.day}}range(){let{viewing:e,session:t}=this;if(e===void 0||t===void 0||e.view===`day`)return;let[n,r]=I(e,t.format.firstWeekday);return[n,B(r,this.now)]}head(e,t){let{now:n}=this,r=r=>{let i=F(e,r,n,t.format.firstWeekday),s=m`<earshot-icon .path=${r===1?a:o}></earshot-icon>`,c=this.t(r===1?`today.next.${e.view}`:`today.previous.${e.view}`);return i===void 0?m`<span class="arrow" role="link" aria-disabled="true" aria-label=${c}>${s}</span>`:m`<a class="arrow" href=${P(i,n)} aria-label=${c} title=${c}>${s}</a>`};return m`<div class="head">
      <div class="row when">
        ${r(-1)}
        <h2 aria-live="polite">${this.heading(e,t)}</h2>
        ${r(1)}
        ${e.day===n?h:m`<a class="button" href=${P({...e,day:n},n)}>${this.t(`today.title`)}</a>`}
      </div>
      <nav aria-label=${this.t(`today.view.title`)}>${N.map(t=>this.view(t,e))}</nav>
    </div>`}view(e,t){let n=e===t.view?`true`:h;return m`<a href=${P({...t,view:e},this.now)} aria-current=${n}>${this.t(`today.view.${e}`)}</a>`}heading(e,{format:t}){let n=e.day.slice(0,4)===this.now.slice(0,4)?{}:{year:`numeric`};switch(e.view){case`day`:return t.calendarDay(e.day,{weekday:`long`,day:`numeric`,month:`long`,...n});case`week`:return t.calendarRange(...I(e,t.firstWeekday));case`month`:return t.calendarDay(e.day,{month:`long`,year:`numeric`})}}day(e,t){let{session:n}=this,r=e.day!==t.day,i=e.is_today&&ce(e.decisions),a=m`<section class="card">
      <h2>${this.t(`today.decisions.title`)}</h2>
      <earshot-decisions .session=${n} .decisions=${e.decisions}></earshot-decisions>
    </section>`;return m`
      ${this.interrupted()}
      <div class="stack" aria-busy=${r?`true`:`false`}>
        <section class="card hero">
          <earshot-day-sentence .session=${n} .today=${e}>
            <earshot-day-summary .session=${n} .today=${e}></earshot-day-summary>
          </earshot-day-sentence>
        </section>
        ${i?a:h} ${e.is_today?this.listening(n):h}
        <section class="card">
          <h2>${this.t(`today.strip.title`)}</h2>
          <earshot-day-strip .session=${n} .today=${e}></earshot-day-strip>
        </section>
        ${e.is_today?m`<div class="pair">
                ${i?h:a}
                <section class="card">
                  <h2>${this.t(`today.kept.title`)}</h2>
                  <earshot-kept .session=${n} .kept=${e.kept}></earshot-kept>
                </section>
              </div>`:h}
      </div>
    `}listening(e){let{state:t,interrupted:n}=this.listeners;return t.kind===`loading`?h:m`<section class="card">
      <h2>${this.t(`now.title`)}</h2>
      ${t.kind===`failed`||n!==void 0?m`<p class="muted">${this.t(`now.not_known`)}</p>`:m`<earshot-now-strip .session=${e} .now=${t.value}></earshot-now-strip>`}
    </section>`}interrupted(){let e=this.followed.interrupted;return e===void 0?h:m`<p class="card" role="status">${this.t(`today.interrupted`)} ${te(e,this.t)}</p>`}days(e,t){let n=this.range(),r=e.days[0]?.day!==n?.[0];return m`<section class="card" aria-busy=${r?`true`:`false`}>
      <earshot-days
        .session=${this.session}
        .totals=${e}
        .view=${t}
        .day=${n?.[0]??``}
        .today=${this.now}
      ></earshot-days>
      <p class="muted small note">${this.t(`today.days.note`)}</p>
    </section>`}};$=f([g(`earshot-today-page`)],$);export{$ as EarshotTodayPage};