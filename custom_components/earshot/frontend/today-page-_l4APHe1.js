import{A as e,D as t,E as n,L as r,N as i,O as a,R as o,T as s,V as c,_t as ee,a as te,b as l,d as u,et as ne,f as d,g as f,h as re,j as ie,l as p,m,mt as ae,o as h,ot as oe,p as g,pt as se,r as ce,s as _,st as le,t as v,tt as ue,u as de,v as y,w as fe,x as pe,yt as me}from"./panel-BrGM7fj9.js";import{i as b,t as he}from"./badge-BHTphf6B.js";import{t as x}from"./page-D3mqU6iy.js";import{n as S,r as C,t as ge}from"./directive-BSZPiF1A.js";var _e=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.apply=n,this.args=r,this.state={kind:`loading`},this.turn=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostConnected(){this.host.requestUpdate()}hostUpdate(){let{session:e}=this.host,t=this.args();if(e===void 0||t===void 0)return;let n=JSON.stringify(t),r=this.failedIn!==void 0&&this.failedIn!==e.generation;(n!==this.followed||r)&&this.begin(e,t,n)}hostDisconnected(){this.stop()}again(){this.stop(),this.host.requestUpdate()}begin({client:e,generation:t},n,r){this.stop(),this.followed=r;let{turn:i}=this,a=e=>{this.turn===i&&this.take(e)};this.end=e.follow(this.type,n,a).catch(e=>{this.turn===i&&this.fail(p.from(e),t)})}take(e){if(ve(e)){let t=new p(e.code,e.type);this.state.kind===`ready`?this.interrupted=t:this.state={kind:`failed`,error:t}}else{this.interrupted=void 0;let t=this.apply(this.value,e);t!==void 0&&(this.state={kind:`ready`,value:t})}this.host.requestUpdate()}fail(e,t){this.failedIn=t,this.state={kind:`failed`,error:e},this.host.requestUpdate()}stop(){this.turn++,this.followed=void 0,this.failedIn=void 0,this.end?.then(e=>e?.()),this.end=void 0}};function ve(e){return typeof e==`object`&&!!e&&`type`in e&&e.type===`unavailable`}var w=[`said`,`false_wake`,`outside`,`blocked`,`unknown`,`left_house`,`listened`];function ye(e){return{began:Date.parse(e.began),ended:Date.parse(e.ended)}}function T({began:e,ended:t},n){return Math.min(1,Math.max(0,(n-e)/(t-e)))}function be(e,t,n,r){let i=Math.min(.5,r/n/2),a=[];for(let n of[...e].sort((e,t)=>Date.parse(e.at)-Date.parse(t.at))){let e=Math.min(1-i,Math.max(i,T(t,Date.parse(n.at)))),r=a.at(-1);r!==void 0&&e-r.at<i*1.99?r.marks.push(n):a.push({at:e,marks:[n]})}return a.map(e=>({...e,sort:xe(e.marks.map(e=>e.sort))}))}function xe(e){return w[Math.max(...e.map(e=>w.indexOf(e)))]??`unknown`}function Se(e){let t=new Set(e.satellites.flatMap(e=>e.marks.map(e=>e.sort)));return w.filter(e=>t.has(e))}function Ce(e,t,n){return e.map(e=>({from:T(t,Date.parse(e.began)),to:T(t,e.ended===null?n:Date.parse(e.ended)),gap:e})).filter(({from:e,to:t})=>t>e)}function we({began:e,ended:t},n,r){let i=new Intl.DateTimeFormat(`en`,{timeZone:r,hour:`numeric`,minute:`numeric`,hourCycle:`h23`}),a=new Set,o=[];for(let r=e;r<t;r+=9e5){let[e=0,t]=i.formatToParts(r).flatMap(e=>Te(e));t===0&&e%n===0&&!a.has(e)&&(a.add(e),o.push(r))}return o}function Te({type:e,value:t}){return e===`literal`?[]:[Number(t)]}var Ee=[`house`,`listened`],De=new Set([`words`,`sound`,`export`,`found`]);function Oe(e){let{why:t,who:n,how:r}=e;return{key:ke(e),values:{who:n,how:r??``,known:n===``?`no`:`yes`,why:t},reason:e}}function ke({why:e,how:t}){return e===`accessed`?`today.why.accessed_${De.has(t??``)?t:`other`}`:`today.why.${e}`}var Ae=new Set([`not_running`,`ledger_unavailable`,`vault_failed`,`entries_missing`,`before_earshot`,`too_many_gaps`]);function je(e){return`today.gap.${Ae.has(e)?e:`other`}`}function Me(e,t,n,r){let{began:i,ended:a}=ye(t),o=Date.parse(e.began),s=e.ended===null?void 0:Date.parse(e.ended),c={from:r.time(new Date(o)),to:s===void 0?``:r.time(new Date(s)),reason:n(je(e.reason))};return n(s===void 0?`today.strip.gap_open`:o<=i?s>=a?`today.strip.gap_whole`:`today.strip.gap_until`:s>=a?`today.strip.gap_from`:`today.strip.gap`,c)}function Ne({sentence:{watched:e}}){return e===`in_part`?void 0:`today.reasons.watched_${e}`}function Pe(e){return new Map(e.satellites.flatMap(e=>e.marks.map(e=>[e.utterance_id,e.at])))}var Fe=y`
  :host {
    display: grid;
    gap: 20px;
  }
  h3 {
    margin-bottom: 8px;
    font-size: 1rem;
    font-weight: 500;
  }
  ul {
    display: grid;
    gap: 14px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: flex-start;
    gap: 12px;
  }
  li > earshot-icon {
    margin-top: 2px;
    color: var(--es-quiet);
  }
  li > div {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  .row {
    gap: 4px 16px;
  }
  .utterances {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
  }
  .utterances a {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
  }
`,E=class extends h{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...h.styles,Fe]}render(){let{today:e}=this;if(e===void 0)return m;let t=Pe(e);return f`${Ee.map(n=>this.section(n,e,t))} ${this.watched(e)} ${this.others(e)}
      <p class="muted small">${this.t(`today.reasons.limit`)}</p>`}section(e,t,n){let r=t.reasons.filter(t=>t.part===e);return f`<section>
      <h3>${this.t(`today.reasons.${e}`)}</h3>
      ${r.length>0?f`<ul>${r.map(e=>this.reason(e,n))}</ul>`:f`<p class="muted">${this.t(`today.reasons.no_${e}`)}</p>`}
    </section>`}watched(e){let t=Ne(e);return f`<section>
      <h3>${this.t(`today.reasons.watched`)}</h3>
      ${t===void 0?m:f`<p class="muted">${this.t(t)}</p>`}
      <ul>${e.gaps.map(t=>this.gap(t,e))}</ul>
    </section>`}gap(e,t){return this.session===void 0?m:f`<li>${Me(e,t,this.t,this.session.format)}</li>`}reason(e,t){let{key:n,values:r}=Oe(e);return f`<li>
      ${e.ear===null?m:f`<earshot-icon .path=${he[e.ear]}></earshot-icon>`}
      <div>
        <p>
          <span dir="auto">${this.t(n,r)}</span>
          ${e.ear===null?m:f`<span class="muted small">${this.t(`words.ear.${e.ear}`)}</span>`}
        </p>
        <p class="row wrap">${this.where(e)}</p>
        ${e.utterance_ids.length===0?this.when(e):this.utterances(e,t)}
      </div>
    </li>`}where({place:e,evidence:t}){return f`${e===null?m:f`<earshot-place .session=${this.session} .place=${e}></earshot-place>`}
    ${t===null?m:f`<earshot-evidence .session=${this.session} .evidence=${t}></earshot-evidence>`}`}when({last_at:e}){return e===null?m:f`<p class="muted small">${this.session?.format.moment(e)}</p>`}utterances({count:e,at_least:t,utterance_ids:n},r){let i=this.t(t?`today.reasons.utterances_at_least`:`today.reasons.utterances`,{count:e});return f`<p class="small utterances">
      <span class="muted">${i}</span>
      ${n.map((e,t)=>f`<a href=${v(`utterance`,e)}>${this.called(r.get(e),t)}</a> `)}
      ${e>n.length?f`<span class="muted">${this.t(`today.reasons.and_more`)}</span>`:m}
    </p>`}called(e,t){return e===void 0?this.t(`today.reasons.utterance`,{number:t+1}):this.session?.format.time(e)}others({streamed:e,announced:t,contacted:n}){return e.length+t.length+n.length===0?m:f`<section>
      <h3>${this.t(`today.reasons.others`)}</h3>
      <ul>
        ${e.map(e=>this.stream(e))} ${t.map(e=>this.announcement(e))}
        ${n.map(e=>this.contact(e))}
      </ul>
    </section>`}stream(e){let t=this.session?.format.duration(e.sound_ms)??``,n=e.going_on?`today.reasons.streams`:`today.reasons.streamed`,r=this.t(n,{satellite:e.label,engine:e.engine,long:t,wakes:e.wakes});return this.other(ue,r,this.where(e))}announcement(e){let t=this.t(`today.reasons.announced`,{engine:e.engine,count:e.count,words:e.words});return this.other(me,t,this.where(e))}contact(e){let t=e.host??``,n=this.t(`today.reasons.contacted`,{label:e.label,known:t===``?`no`:`yes`,host:t}),r=e.received_bytes;return this.other(o,n,f`<span class="muted small">${r===null?m:this.session?.format.bytes(r)}</span>`)}other(e,t,n){return f`<li>
      <earshot-icon .path=${e}></earshot-icon>
      <div>
        <p dir="auto">${t}</p>
        <p class="row wrap">${n}</p>
      </div>
    </li>`}};_([d({attribute:!1})],E.prototype,`today`,void 0),E=_([g(`earshot-day-reasons`)],E);function Ie(e){let{house:t,listened:n,watched:r}=e.sentence;return r===`not_yet`?[O(`today.sentence.not_yet`,`plain`)]:t===`nothing_seen`&&n===`nobody_seen`?[D(e),O(`today.sentence.nothing_nobody_seen`,`unwatched`)]:[D(e),...Re(e),Ve(e)]}function Le(e){return[`listened`,`left`,`unknown`,`unwatched`,`calm`].find(t=>e.some(e=>e.tone===t))??`plain`}function D({said:e,is_today:t,sentence:n}){return e>0?O(`today.sentence.said`,`plain`,e):n.watched===`in_part`?O(`today.sentence.said_none_seen`,`plain`):O(t?`today.sentence.said_none_yet`:`today.sentence.said_none`,`plain`)}function Re(e){switch(e.sentence.house){case`left`:return[ze(e),...Be(e)];case`unknown`:return e.unknown>0?Be(e):[O(`today.sentence.house_unknown`,`unknown`)];case`nothing_seen`:return[O(`today.sentence.house_nothing_seen`,`unwatched`)];case`nothing_left`:return[O(`today.sentence.house_nothing_left`,`calm`)]}}function ze({left_house:e,unknown:t,reasons:n}){let r=e-t;return r<=0?O(`today.sentence.house_left`,`left`):O(n.some(e=>e.part===`house`&&e.says===`left`&&e.why!==`ear`)?`today.sentence.house_left_at_least`:`today.sentence.house_left_count`,`left`,r)}function Be({unknown:e}){return e>0?[O(`today.sentence.house_unknown_count`,`unknown`,e)]:[]}function Ve({sentence:e,reasons:t}){switch(e.listened){case`somebody`:return O(We(t),`listened`);case`unknown`:return O(`today.sentence.listened_unknown`,`unknown`);case`nobody_seen`:return O(`today.sentence.listened_nobody_seen`,`unwatched`);case`nobody`:return O(`today.sentence.listened_nobody`,`calm`)}}var He=new Set([`sound`]),Ue=new Set([`words`,`found`]);function We(e){let t=e.filter(e=>e.part===`listened`&&e.says===`somebody`),n=e=>t.length>0&&t.every(t=>t.why===`accessed`&&e.has(t.how??``));return n(He)?`today.sentence.listened_somebody`:n(Ue)?`today.sentence.read_somebody`:`today.sentence.listened_or_read_somebody`}function O(e,t,n){return{key:e,tone:t,values:n===void 0?{}:{count:n}}}var k=class extends h{constructor(...e){super(...e),this.today=void 0,this.brief=!1,this.open=!1}static{this.styles=[...h.styles,y`
      :host {
        display: block;
        container-type: inline-size;
      }
      .said {
        max-width: 26em;
        font-size: clamp(1.4rem, 1rem + 2.4cqi, 2.1rem);
        font-weight: 400;
        line-height: 1.3;
        text-wrap: pretty;
      }
      .calm {
        color: var(--es-inside);
      }
      .unwatched {
        color: var(--es-quiet);
      }
      .unknown {
        color: var(--es-unknown);
      }
      .left {
        color: var(--es-outside);
      }
      .listened {
        color: var(--es-listened);
      }
      button {
        margin-top: 8px;
        margin-inline-start: -8px;
      }
      earshot-day-reasons {
        margin-top: 8px;
      }
    `]}render(){let{today:e}=this;if(e===void 0)return m;let t=Ie(e);return f`
      <p class="said" role="status" data-tone=${Le(t)}>
        ${t.map(e=>f`${this.clause(e)} `)}
      </p>
      <slot></slot>
      ${this.brief||e.sentence.watched===`not_yet`?m:this.reasons(e)}
    `}clause({key:e,values:t,tone:n}){return f`<span class=${n}>${this.t(e,t)}</span>`}reasons(e){return f`
      <button class="plain" aria-expanded=${this.open?`true`:`false`} aria-controls="reasons" @click=${()=>{this.open=!this.open}}>
        ${this.t(`today.how_we_know`)}<earshot-icon .path=${this.open?a:s}></earshot-icon>
      </button>
      <div id="reasons" ?hidden=${!this.open}>
        ${this.open?f`<earshot-day-reasons .session=${this.session} .today=${e}></earshot-day-reasons>`:m}
      </div>
    `}};_([d({attribute:!1})],k.prototype,`today`,void 0),_([d({type:Boolean,reflect:!0})],k.prototype,`brief`,void 0),_([u()],k.prototype,`open`,void 0),k=_([g(`earshot-day-sentence`)],k);var A=`important`,Ge=` !`+A,j=ge(class extends S{constructor(e){if(super(e),e.type!==C.ATTRIBUTE||e.name!==`style`||e.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(e){return Object.keys(e).reduce((t,n)=>{let r=e[n];return r==null?t:t+`${n=n.includes(`-`)?n:n.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,`-$&`).toLowerCase()}:${r};`},``)}update(e,[t]){let{style:n}=e.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let e of this.ft)t[e]??(this.ft.delete(e),e.includes(`-`)?n.removeProperty(e):n[e]=null);for(let e in t){let r=t[e];if(r!=null){this.ft.add(e);let t=typeof r==`string`&&r.endsWith(Ge);e.includes(`-`)||t?n.setProperty(e,t?r.slice(0,-11):r,t?A:``):n[e]=r}}return re}}),Ke=class{constructor(e,t=30){this.host=e,this.seconds=t,e.addController(this)}get now(){return Date.now()}hostConnected(){this.timer=window.setInterval(()=>this.host.requestUpdate(),this.seconds*1e3)}hostDisconnected(){window.clearInterval(this.timer)}},M={said:e,false_wake:ie,outside:se,blocked:i,unknown:le,left_house:ee,listened:ae},N=y`
  .said {
    color: var(--es-inside);
  }
  .false_wake,
  .outside {
    color: var(--es-quiet);
  }
  .blocked {
    color: var(--es-danger);
  }
  .unknown {
    color: var(--es-unknown);
  }
  .left_house {
    color: var(--es-outside);
  }
  .listened {
    color: var(--es-listened);
  }
`,P=class extends h{constructor(...e){super(...e),this.satellites=[]}static{this.styles=[...h.styles,N,y`
      :host {
        display: block;
        max-height: 420px;
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 0 12px 0 0;
        height: 40px;
        text-align: start;
        overflow-wrap: anywhere;
      }
      th {
        color: var(--es-muted);
        font-size: 0.875rem;
        font-weight: 400;
      }
      tr + tr td {
        border-top: 1px solid var(--divider-color);
      }
      td:first-child {
        white-space: nowrap;
      }
      .sorts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
      }
      .sorts span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .sorts b {
        color: var(--primary-text-color);
        font-weight: 400;
      }
      earshot-icon {
        width: 14px;
        height: 14px;
      }
    `]}render(){let e=this.satellites.flatMap(e=>e.marks.map(t=>({mark:t,label:e.label}))).sort((e,t)=>Date.parse(t.mark.at)-Date.parse(e.mark.at));return f`<table>
      <caption class="visually-hidden">${this.t(`today.strip.title`)}</caption>
      <thead>
        <tr>
          <th scope="col">${this.t(`today.table.time`)}</th>
          <th scope="col">${this.t(`today.table.satellite`)}</th>
          <th scope="col">${this.t(`today.table.what`)}</th>
        </tr>
      </thead>
      <tbody>${e.map(({mark:e,label:t})=>this.row(e,t))}</tbody>
    </table>`}row(e,t){return f`<tr>
      <td><a href=${v(`utterance`,e.utterance_id)}>${this.session?.format.time(e.at,!0)}</a></td>
      <td dir="auto">${t??this.t(`today.strip.unknown_satellite`)}</td>
      <td>
        <div class="sorts">
          ${e.sorts.map(e=>f`<span class=${e}>
              <earshot-icon .path=${M[e]}></earshot-icon><b>${this.t(`today.sort.${e}`)}</b>
            </span>`)}
          ${e.open?f`<span class="muted">${this.t(`words.outcome.open`)}</span>`:m}
        </div>
      </td>
    </tr>`}};_([d({attribute:!1})],P.prototype,`satellites`,void 0),P=_([g(`earshot-day-table`)],P);var F=ge(class extends S{constructor(e){if(super(e),e.type!==C.ATTRIBUTE||e.name!==`class`||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return` `+Object.keys(e).filter(t=>e[t]).join(` `)+` `}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(` `).split(/\s/).filter(e=>e!==``)));for(let e in t)t[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(t)}let n=e.element.classList;for(let e of this.st)e in t||(n.remove(e),this.st.delete(e));for(let e in t){let r=!!t[e];r===this.st.has(e)||this.nt?.has(e)||(r?(n.add(e),this.st.add(e)):(n.remove(e),this.st.delete(e)))}return re}});function qe({key:e,target:t},n,r){let i=n.indexOf(t);if(i===-1)return;let a=r?`ArrowLeft`:`ArrowRight`,o=r?`ArrowRight`:`ArrowLeft`;switch(e){case a:return n[i+1];case o:return n[i-1];case`Home`:return n[0];case`End`:return n.at(-1);default:return}}var Je=y`
  :host {
    display: block;
    container-type: inline-size;
  }
  .lanes {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .axis,
  .lanes > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .axis .hours {
    position: relative;
    height: 22px;
  }
  .hours span {
    position: absolute;
    display: flex;
    justify-content: center;
    width: 0;
    color: var(--es-muted);
    font-size: 0.8rem;
    white-space: nowrap;
  }
  .hours span:first-child {
    justify-content: flex-start;
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
  .hatch {
    width: 20px;
    height: 14px;
    border-radius: 3px;
  }
  .gaps {
    display: grid;
    gap: 4px;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }
  .list {
    margin-top: 8px;
    margin-inline-start: -8px;
  }
  @container (min-width: 640px) {
    .axis,
    .lanes > li {
      grid-template-columns: 168px minmax(0, 1fr);
      column-gap: 16px;
      align-items: start;
    }
    .axis .hours {
      grid-column: 2;
    }
    :host(:not([compact])) .lanes {
      gap: 16px;
    }
  }
`,I=y`
  .hatch {
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--es-outline) 60%, transparent) 0 2px,
      color-mix(in srgb, var(--es-outline) 14%, transparent) 2px 8px
    );
  }
`,Ye=y`
  :host {
    display: contents;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    min-width: 0;
    margin: 0 0 4px;
    font-size: 1rem;
    font-weight: 500;
  }
  .name span:first-child {
    overflow: hidden;
    max-width: 100%;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .track {
    position: relative;
    min-width: 0;
    height: 48px;
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 3%, transparent);
  }
  .past {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 5%, transparent);
  }
  .hatch {
    position: absolute;
    inset-block: 0;
    min-width: 3px;
    border-radius: 3px;
  }
  .tick,
  .now {
    position: absolute;
    inset-block: 0;
    width: 1px;
    background: color-mix(in srgb, var(--primary-text-color) 10%, transparent);
  }
  .now {
    width: 2px;
    background: var(--es-link);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .marks li {
    position: absolute;
    top: 4px;
    width: 28px;
    height: 40px;
    margin-inline-start: -14px;
  }
  .mark {
    display: flex;
    flex-direction: column;
    align-items: center;
    width: 100%;
    height: 100%;
    min-height: 0;
    padding: 8px 0 0;
    border: none;
    border-radius: 8px;
    font-size: 0.8rem;
    font-weight: 500;
    line-height: 1;
    text-decoration: none;
    gap: 2px;
  }
  .mark:hover,
  .mark[aria-expanded="true"] {
    background-color: color-mix(in srgb, currentColor 14%, transparent);
  }
  .mark earshot-icon {
    width: 20px;
    height: 20px;
    padding: 1px;
    border-radius: 10px;
    /* So that it is seen before a gap, too. */
    background: color-mix(in srgb, var(--ha-card-background, var(--card-background-color)) 75%, transparent);
  }
  .mark.many {
    padding-top: 2px;
  }
  .open earshot-icon {
    animation: breathe 1.6s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.35;
    }
  }
  .below {
    grid-column: 1 / -1;
  }
  .gathered {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: 4px 12px;
    max-height: 260px;
    margin-top: 8px;
    padding: 8px 12px;
    overflow-y: auto;
    border-radius: 8px;
    background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
  }
  .gathered a {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    font-size: 0.875rem;
  }
  @container (min-width: 640px) {
    .name {
      display: grid;
      margin: 4px 0 0;
    }
    .below {
      grid-column: 2;
    }
  }
`,Xe=28,L=class extends h{constructor(...e){super(...e),this.day=void 0,this.satellite=void 0}static{this.styles=[...h.styles,N,I,Ye,y`
      .count {
        font-size: 0.875rem;
        font-weight: 400;
      }
    `]}render(){let{day:e,satellite:t}=this;if(e===void 0)return m;let n=t===void 0?[]:be(t.marks,e.line,e.width,Xe),r=n.find(e=>R(e)===this.opened);return f`
      ${t===void 0?this.nobody():this.name_(t)}
      <div class="track">
        ${this.ground(e)}
        <ul class="marks" @keydown=${this.move}>${n.map(e=>this.group(e,n))}</ul>
      </div>
      ${r===void 0||r.marks.length<2?m:this.gathered(r)}
    `}nobody(){return f`<p class="name muted">${this.t(`today.strip.nothing_said`)}</p>`}name_(e){return f`<h3 class="name">
      <span dir="auto" title=${this.label(e)}>${this.label(e)}</span>
      <span class="muted count">${this.t(`today.strip.count`,{count:e.count})}</span>
    </h3>`}label({label:e}){return e??this.t(`today.strip.unknown_satellite`)}ground({line:e,until:t,isToday:n,spans:r,ticks:i}){let a=T(e,t);return f`
      <div class="past" style=${j({width:B(a)})}></div>
      ${i.map(t=>f`<div class="tick" style=${j(z(T(e,t)))}></div>`)}
      ${r.map(({from:e,to:t})=>f`<div class="hatch" style=${j({...z(e),width:B(t-e)})}></div>`)}
      ${n?f`<div class="now" style=${j(z(a))}></div>`:m}
    `}group(e,t){let n=R(e),r=(t.find(e=>R(e)===this.current)??t.at(-1))===e?0:-1,[i]=e.marks;return f`<li style=${j(z(e.at))}>
      ${e.marks.length>1||i===void 0?this.many(e,n,r):this.one(i,n,r)}
    </li>`}one(e,t,n){let r=this.nameOf(e);return f`<a
      class=${F({mark:!0,[e.sort]:!0,open:e.open})}
      href=${v(`utterance`,e.utterance_id)}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      @focus=${this.focused}
      ><earshot-icon .path=${M[e.sort]}></earshot-icon
    ></a>`}many(e,t,n){let r=this.t(`today.strip.many`,{count:e.marks.length,span:this.spanOf(e),sort:this.t(`today.sort.${e.sort}`)}),i=t===this.opened,a=()=>{this.opened=i?void 0:t};return f`<button
      class=${F({mark:!0,many:!0,[e.sort]:!0,open:e.marks.some(e=>e.open)})}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      aria-expanded=${i?`true`:`false`}
      @click=${a}
      @focus=${this.focused}
    >
      <earshot-icon .path=${M[e.sort]}></earshot-icon>${this.session?.format.number(e.marks.length)}
    </button>`}gathered(e){return f`<div class="below">
      <ul class="gathered" aria-label=${this.spanOf(e)}>
        ${e.marks.map(e=>f`<li>
            <a href=${v(`utterance`,e.utterance_id)} aria-label=${this.nameOf(e)}>
              <earshot-icon class=${e.sort} .path=${M[e.sort]}></earshot-icon>
              ${this.session?.format.time(e.at,!0)}
            </a>
          </li>`)}
      </ul>
    </div>`}nameOf(e){let t=this.session?.format.list(e.sorts.map(e=>this.t(`today.sort.${e}`)))??``,n=this.satellite===void 0?``:this.label(this.satellite);return this.t(e.open?`today.strip.mark_open`:`today.strip.mark`,{time:this.session?.format.time(e.at),satellite:n,sorts:t})}spanOf({marks:e}){let[t]=e,n=e.at(-1);return t===void 0||n===void 0||this.session===void 0?``:this.session.format.timeRange(t.at,n.at)}focused(e){this.current=e.currentTarget.dataset.key}move(e){let t=qe(e,[...this.renderRoot.querySelectorAll(`.mark`)??[]],getComputedStyle(this).direction===`rtl`);t!==void 0&&(e.preventDefault(),t.focus())}};_([d({attribute:!1})],L.prototype,`day`,void 0),_([d({attribute:!1})],L.prototype,`satellite`,void 0),_([u()],L.prototype,`opened`,void 0),_([u()],L.prototype,`current`,void 0),_([de(`.track`)],L.prototype,`track`,void 0),L=_([g(`earshot-lane`)],L);function R(e){return e.marks[0]?.utterance_id??``}function z(e){return{insetInlineStart:B(e)}}function B(e){return`${(e*100).toFixed(3)}%`}function V({day:e},t={}){return v(`ledger`,void 0,{from:e,to:e,...t})}function H(e){return v(`ledger`,void 0,{[`${e}_kept`]:`true`})}var Ze=320,Qe=520,U=class extends h{constructor(...e){super(...e),this.today=void 0,this.compact=!1,this.width=Ze,this.listed=!1,this.ticking=new Ke(this)}static{this.styles=[...h.styles,N,I,Je,y`
      .legend earshot-icon {
        width: 16px;
        height: 16px;
      }
    `]}connectedCallback(){super.connectedCallback(),typeof ResizeObserver<`u`&&(this.observer=new ResizeObserver(()=>this.measure()),this.observer.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.observer?.disconnect()}updated(){this.measure()}render(){let{today:e,session:t}=this;if(e===void 0||t===void 0)return m;let n=this.day(e,t.hass().config.time_zone),r=e.satellites.length>0?e.satellites:[void 0];return f`
      <div class="axis" aria-hidden="true">
        <div class="hours">
          ${n.ticks.map(e=>f`<span style=${j({insetInlineStart:`${T(n.line,e)*100}%`})}
                >${t.format.time(new Date(e))}</span
              >`)}
        </div>
      </div>
      <ul class="lanes" aria-label=${this.t(`today.strip.title`)}>
        ${r.map(e=>f`<li>${this.lane(e,n)}</li>`)}
      </ul>
      ${this.compact?m:this.below(e)}
    `}day(e,t){let n=ye(e),r=Math.min(this.ticking.now,n.ended);return{line:n,until:e.is_today?r:n.ended,isToday:e.is_today,spans:Ce(e.gaps,n,r),ticks:we(n,this.width<Qe?6:3,t),width:this.width}}lane(e,t){return f`<earshot-lane .session=${this.session} .satellite=${e} .day=${t}></earshot-lane>`}below(e){let t=Se(e);return f`
      <ul class="legend" aria-label=${this.t(`today.strip.legend`)}>
        ${t.map(e=>f`<li>
            <earshot-icon class=${e} .path=${M[e]}></earshot-icon>${this.t(`today.sort.${e}`)}
          </li>`)}
        ${e.gaps.length>0?f`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:m}
      </ul>
      ${e.gaps.length>0?f`<ul class="gaps">${e.gaps.map(t=>this.gap(t,e))}</ul>`:m}
      ${e.satellites.map(t=>this.more(t,e))} ${t.length>0?this.list(e):m}
    `}gap(e,t){return this.session===void 0?m:f`<li>${Me(e,t,this.t,this.session.format)}</li>`}more(e,t){if(e.more===0)return m;let n=e.label??this.t(`today.strip.unknown_satellite`);return f`<p class="small">
      <a href=${V(t,e.name===null?{}:{satellite:e.name})}
        >${this.t(`today.strip.more`,{count:e.more,satellite:n})}</a
      >
    </p>`}list(e){return f`
      <button class="plain list" aria-expanded=${this.listed?`true`:`false`} @click=${()=>{this.listed=!this.listed}}>
        <earshot-icon .path=${c}></earshot-icon>
        ${this.t(this.listed?`today.strip.hide_list`:`today.strip.show_list`)}
      </button>
      ${this.listed?f`<earshot-day-table .session=${this.session} .satellites=${e.satellites}></earshot-day-table>`:m}
    `}measure(){let e=this.axis?.clientWidth??0;e>0&&e!==this.width&&(this.width=e)}};_([d({attribute:!1})],U.prototype,`today`,void 0),_([d({type:Boolean,reflect:!0})],U.prototype,`compact`,void 0),_([u()],U.prototype,`width`,void 0),_([u()],U.prototype,`listed`,void 0),_([de(`.hours`)],U.prototype,`axis`,void 0),U=_([g(`earshot-day-strip`)],U);function $e(e){return[{sort:`listened`,count:e.listened},{sort:`left_house`,count:e.left_house},{sort:`unknown`,count:e.unseen},{sort:`blocked`,count:e.blocked}].filter(e=>e.count>0)}function et(e,t){if(t===0)return{left:0,said:0,falseWakes:0};let n=Math.min(e.left_house+e.unseen,e.said);return{left:n/t,said:(e.said-n)/t,falseWakes:e.false_wakes/t}}function tt(e){return Math.max(0,...e.days.map(({count:e})=>e.said+e.false_wakes))}function nt({unwatched_ms:e}){return Math.min(1,e/864e5)}var rt=y`
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
  .day {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    min-width: 0;
    height: 100%;
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
    min-width: 6px;
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
`,W=[`day`,`week`,`month`],it=864e5;function at(e,t){let n=W.find(t=>t===e.get(`view`))??`day`,r=e.get(`day`)??``;return{view:n,day:pt(r)&&r<=t?r:t}}function G({view:e,day:t},n){return v(`today`,void 0,{view:e===`day`?void 0:e,day:t===n?void 0:t})}function ot({view:e,day:t},n,r,i){let a={day:q(t,n),week:q(t,7*n),month:dt(t,n)}[e];if(!(K({view:e,day:a},i)[0]>r))return{view:e,day:lt(a,r)}}function K({view:e,day:t},n){switch(e){case`day`:return[t,t];case`week`:{let e=ft(t,n);return[e,q(e,6)]}case`month`:{let e=`${t.slice(0,8)}01`;return[e,q(dt(e,1),-1)]}}}function st(e,t){let[n,r]=K({view:`month`,day:e},t),i=[];for(let e=ft(n,t);e<=r;e=q(e,7))i.push(ct(e));return i}function ct(e){return Array.from({length:7},(t,n)=>q(e,n))}function q(e,t){return J(Date.parse(e)+t*it)}function lt(e,t){return e<t?e:t}function ut(e,t=new Date){return new Intl.DateTimeFormat(`sv`,{timeZone:e,year:`numeric`,month:`2-digit`,day:`2-digit`}).format(t)}function dt(e,t){let n=new Date(e);return J(Date.UTC(n.getUTCFullYear(),n.getUTCMonth()+t,1))}function ft(e,t){return q(e,-((new Date(e).getUTCDay()-t+7)%7))}function J(e){return new Date(e).toISOString().slice(0,10)}function pt(e){let t=/^\d{4}-\d{2}-\d{2}$/.test(e)?Date.parse(e):NaN;return!Number.isNaN(t)&&J(t)===e}var Y=class extends h{constructor(...e){super(...e),this.totals=void 0,this.view=`week`,this.day=``,this.today=``}static{this.styles=[...h.styles,N,I,rt]}render(){let{totals:e}=this;if(e===void 0)return m;let t=new Map(e.days.map(e=>[e.day,e]));return f`${this.view===`week`?this.week(t,tt(e)):this.month(t)} ${this.legend(e)}`}week(e,t){return f`<ul class="week">
      ${ct(this.day).map(n=>f`<li>${this.link(n,e.get(n),e=>this.bar(e,t))}</li>`)}
    </ul>`}month(e){let t=st(this.day,this.session?.format.firstWeekday??1);return f`<table>
      <thead>
        <tr>
          ${(t[0]??[]).map(e=>f`<th scope="col" abbr=${this.weekday(e,`long`)}>${this.weekday(e,`short`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${t.map(t=>f`<tr>${t.map(t=>f`<td>${this.cell(t,e.get(t))}</td>`)}</tr>`)}
      </tbody>
    </table>`}cell(e,t){return e.slice(0,7)===this.day.slice(0,7)?this.link(e,t,e=>e.said===0?m:f`<span class="said number">${this.number(e.said)}</span>`):m}link(e,t,n){let{session:r}=this,i=f`
      ${this.view===`week`?f`<span class="date">${this.weekday(e,`short`)}</span>`:m}
      <span class="date">${r?.format.calendarDay(e,{day:`numeric`})}</span>
    `;if(t===void 0)return f`<span class="day future">${i}</span>`;let{count:a}=t,o=nt(t);return f`<a
      class="day"
      href=${G({view:`day`,day:e},this.today)}
      aria-current=${e===this.today?`date`:m}
      aria-label=${this.nameOf(t)}
    >
      ${i} ${n(a)}
      <span class="notables">
        ${$e(a).map(e=>f`<span class=${e.sort}>
            <earshot-icon .path=${M[e.sort]}></earshot-icon>${this.number(e.count)}
          </span>`)}
      </span>
      ${o===0?m:f`<span class="hatch" style=${j({width:`${o*100}%`})}></span>`}
    </a>`}bar(e,t){let n=et(e,t),r=(e,t)=>t===0?m:f`<span class=${e} style=${j({height:`${t*100}%`})}></span>`;return f`
      <span class="number">${this.number(e.said)}</span>
      <span class="bar">
        ${r(`part-false-wakes`,n.falseWakes)} ${r(`part-said`,n.said)} ${r(`part-left`,n.left)}
      </span>
    `}nameOf({day:e,count:t,unwatched_ms:n}){return this.t(`today.days.name`,{day:this.session?.format.calendarDay(e),said:t.said,false_wakes:t.false_wakes,blocked:t.blocked,left:t.left_house,unseen:t.unseen,listened:t.listened,gap:n>0?`yes`:`no`,long:this.session?.format.duration(n)})}legend({all:e,days:t}){let n=[{sort:`said`,count:e.said},{sort:`false_wake`,count:e.false_wakes},{sort:`blocked`,count:e.blocked},{sort:`left_house`,count:e.left_house},...e.unseen>0?[{sort:`unknown`,count:e.unseen}]:[],{sort:`listened`,count:e.listened}],r=t.some(e=>e.unwatched_ms>0);return f`<ul class="legend" aria-label=${this.t(`today.days.sum`)}>
      ${n.map(({sort:e,count:t})=>f`<li>
          <earshot-icon class=${e} .path=${M[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}
        </li>`)}
      ${r?f`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:m}
    </ul>`}weekday(e,t){return this.session?.format.calendarDay(e,{weekday:t})??``}number(e){return this.session?.format.number(e)??``}};_([d({attribute:!1})],Y.prototype,`totals`,void 0),_([d()],Y.prototype,`view`,void 0),_([d()],Y.prototype,`day`,void 0),_([d()],Y.prototype,`today`,void 0),Y=_([g(`earshot-days`)],Y);var mt=`/config/repairs`;function ht(e,t){let[n,...r]=e.filter(e=>e.kind===`leftover`),i=e.filter(e=>e.kind!==`leftover`);return(n===void 0?i:[...i,{...n,count:r.length+1,since:null}]).map(e=>({decision:e,...gt(e,t.role===`admin`)}))}function gt(e,t){switch(e.kind){case`outage`:return{key:`today.decisions.outage.${e.id===`vault_failed`?`vault`:`ledger`}`,address:n()};case`repair`:return{key:void 0,address:n()};case`question`:return{key:`today.decisions.question`,address:e.id.startsWith(`typed_`)?void 0:v(`utterance`,e.id)};case`leftover`:return{key:`today.decisions.leftover`,address:t?v(`leftovers`):void 0};case`not_witnessed`:return{key:`today.decisions.not_witnessed`,address:v(`proof`)};default:return{key:`today.decisions.other`,address:void 0}}function n(){return t?mt:void 0}}function _t(e){return e.some(e=>e.severity===`critical`||e.severity===`error`)}var vt={critical:l,error:l,warning:pe},X=class extends h{constructor(...e){super(...e),this.decisions=[],this.texts=new b(this,async(e,t)=>e.hass().loadBackendTranslation?.(`issues`,`earshot`),()=>this.wanted())}static{this.styles=[...h.styles,y`
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
      :host([dir="rtl"]) .go {
        transform: scaleX(-1);
      }
    `]}render(){let e=this.session?.me;if(e===void 0)return m;let t=ht(this.decisions,e);return t.length===0?f`<p class="row muted none">
        <earshot-icon .path=${fe}></earshot-icon>${this.t(`today.decisions.none`)}
      </p>`:f`<ul>${t.map(e=>f`<li>${this.item(e)}</li>`)}</ul>`}item(e){let{severity:n,since:r}=e.decision,i=f`
      <earshot-icon class=${n in vt?n:`info`} .path=${vt[n]??`M11,9H13V7H11M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M11,17H13V11H11V17Z`}></earshot-icon>
      <span class="text" dir="auto">
        ${this.text(e)}
        ${r===null?m:f`<span class="since muted small">${this.t(`today.decisions.since`,{at:this.session?.format.moment(r)})}</span>`}
      </span>
    `;return e.address===void 0?f`<div>${i}</div>`:f`<a href=${e.address}>${i}<earshot-icon class="go" .path=${t}></earshot-icon></a>`}text({decision:e,key:t}){return t===void 0?this.texts.value?.(`component.earshot.issues.${e.translation_key}.title`,e.placeholders)||this.t(`today.decisions.repair`):this.t(t,{who:e.who??``,count:e.count??0})}wanted(){let e=this.session?.hass().language;return e!==void 0&&this.decisions.some(e=>e.kind===`repair`)?[e]:void 0}};_([d({attribute:!1})],X.prototype,`decisions`,void 0),X=_([g(`earshot-decisions`)],X);var Z=class extends h{static{this.styles=[...h.styles,y`
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
    `]}constructor(){super(),this.kept=null,new Ke(this)}render(){let{kept:e}=this;return e===null?f`<p class="unknown">${this.t(`today.kept.unknown`)}</p>`:e.sounds+e.words+e.responses===0?f`<p class="muted">${this.t(`today.kept.nothing`)}</p>`:f`
      <ul>
        <li>
          <earshot-icon .path=${me}></earshot-icon>
          ${this.link(e.sounds,this.t(`today.kept.sounds`,{count:e.sounds}),H(`sound`))}
        </li>
        <li>
          <earshot-icon .path=${ne}></earshot-icon>
          ${this.link(e.words,this.t(`today.kept.words`,{count:e.words}),H(`words`))}
        </li>
        <li>
          <earshot-icon .path=${oe}></earshot-icon>
          ${this.t(`today.kept.responses`,{count:e.responses})}
        </li>
        <li>
          <earshot-icon .path=${r}></earshot-icon>
          <span>${this.erasure(e)}</span>
        </li>
      </ul>
      <p class="muted small">${this.t(`today.kept.bytes`,{bytes:this.session?.format.bytes(e.bytes)})}</p>
      ${e.without_end>0?f`<p>${this.t(`today.kept.without_end`,{count:e.without_end})}</p>`:m}
    `}link(e,t,n){return e===0?f`${t}`:f`<a href=${n}>${t}</a>`}erasure({next_erasure:e,last_erasure:t}){let n=this.session?.format;return e===null||t===null||n===void 0?this.t(`today.kept.no_end`):this.t(e===t?`today.kept.erased_at_once`:`today.kept.erased`,{next:n.relative(e),at:n.moment(e),last:n.moment(t)})}};_([d({attribute:!1})],Z.prototype,`kept`,void 0),Z=_([g(`earshot-kept`)],Z);var yt=y`
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
  :host-context([dir="rtl"]) .arrow earshot-icon {
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
`;function bt(e){return[{sort:`said`,count:e.said,filter:{}},{sort:`false_wake`,count:e.false_wakes,filter:{outcome:`false_wake`}},{sort:`outside`,count:e.outside,filter:void 0},{sort:`blocked`,count:e.blocked,filter:{outcome:`blocked`}},{sort:`left_house`,count:e.left_house-e.unknown,filter:{left_house:`true`}},{sort:`unknown`,count:e.unknown,filter:void 0},{sort:`listened`,count:e.listened,filter:{listened:`true`}}].filter(e=>e.count>0)}var Q=class extends h{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...h.styles,N,y`
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
    `]}render(){let{today:e}=this;if(e===void 0)return m;let t=bt(e);return t.length===0?m:f`<ul>${t.map(t=>f`<li>${this.sum(t,e)}</li>`)}</ul>`}sum({sort:e,count:t,filter:n},r){let i=f`<earshot-icon class=${e} .path=${M[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}`;return n===void 0?f`<span>${i}</span>`:f`<a href=${V(r,n)}>${i}</a>`}};_([d({attribute:!1})],Q.prototype,`today`,void 0),Q=_([g(`earshot-day-summary`)],Q);var $=class extends x{constructor(...e){super(...e),this.followed=new _e(this,`earshot/today/subscribe`,(e,{today:t})=>(e!==void 0&&this.viewing?.view!==`day`&&this.totals.reload(),t),()=>this.asked()),this.totals=new b(this,(e,t,n)=>e.client.ask(`earshot/totals/get`,{first:t,last:n}),()=>this.range())}static{this.styles=[...x.styles,yt]}render(){let{session:e,viewing:t}=this;return e===void 0||t===void 0?m:f`
      <div class="stack">
        ${this.head(t,e)}
        ${t.view===`day`?te(this.followed.state,this.t,e=>this.day(e,t),()=>this.followed.again()):te(this.totals.state,this.t,e=>this.days(e,t.view),()=>void this.totals.reload())}
      </div>
    `}get now(){return ut(this.session?.hass().config.time_zone??`UTC`)}get viewing(){return this.address===void 0?void 0:at(this.address.query,this.now)}asked(){let{viewing:e}=this;if(e!==void 0)return e.view!==`day`||e.day===this.now?{}:{day:e.day}}range(){let{viewing:e,session:t}=this;if(e===void 0||t===void 0||e.view===`day`)return;let[n,r]=K(e,t.format.firstWeekday);return[n,lt(r,this.now)]}head(e,r){let{now:i}=this,a=a=>{let o=ot(e,a,i,r.format.firstWeekday),s=f`<earshot-icon .path=${a===1?t:n}></earshot-icon>`,c=this.t(a===1?`today.next.${e.view}`:`today.previous.${e.view}`);return o===void 0?f`<span class="arrow" role="link" aria-disabled="true" aria-label=${c}>${s}</span>`:f`<a class="arrow" href=${G(o,i)} aria-label=${c} title=${c}>${s}</a>`};return f`<div class="head">
      <div class="row when">
        ${a(-1)}
        <h2 aria-live="polite">${this.heading(e,r)}</h2>
        ${a(1)}
        ${e.day===i?m:f`<a class="button" href=${G({...e,day:i},i)}>${this.t(`today.title`)}</a>`}
      </div>
      <nav aria-label=${this.t(`today.view.title`)}>${W.map(t=>this.view(t,e))}</nav>
    </div>`}view(e,t){let n=e===t.view?`true`:m;return f`<a href=${G({...t,view:e},this.now)} aria-current=${n}>${this.t(`today.view.${e}`)}</a>`}heading(e,{format:t}){let n=e.day.slice(0,4)===this.now.slice(0,4)?{}:{year:`numeric`};switch(e.view){case`day`:return t.calendarDay(e.day,{weekday:`long`,day:`numeric`,month:`long`,...n});case`week`:return t.calendarRange(...K(e,t.firstWeekday));case`month`:return t.calendarDay(e.day,{month:`long`,year:`numeric`})}}day(e,t){let{session:n}=this,r=e.day!==t.day,i=e.is_today&&_t(e.decisions),a=f`<section class="card">
      <h2>${this.t(`today.decisions.title`)}</h2>
      <earshot-decisions .session=${n} .decisions=${e.decisions}></earshot-decisions>
    </section>`;return f`
      ${this.interrupted()}
      <div class="stack" aria-busy=${r?`true`:`false`}>
        <section class="card hero">
          <earshot-day-sentence .session=${n} .today=${e}>
            <earshot-day-summary .session=${n} .today=${e}></earshot-day-summary>
          </earshot-day-sentence>
        </section>
        ${i?a:m}
        <section class="card">
          <h2>${this.t(`today.strip.title`)}</h2>
          <earshot-day-strip .session=${n} .today=${e}></earshot-day-strip>
        </section>
        ${e.is_today?f`<div class="pair">
                ${i?m:a}
                <section class="card">
                  <h2>${this.t(`today.kept.title`)}</h2>
                  <earshot-kept .session=${n} .kept=${e.kept}></earshot-kept>
                </section>
              </div>`:m}
      </div>
    `}interrupted(){let e=this.followed.interrupted;return e===void 0?m:f`<p class="card" role="status">${this.t(`today.interrupted`)} ${ce(e,this.t)}</p>`}days(e,t){let n=this.range(),r=e.days[0]?.day!==n?.[0];return f`<section class="card" aria-busy=${r?`true`:`false`}>
      <earshot-days
        .session=${this.session}
        .totals=${e}
        .view=${t}
        .day=${n?.[0]??``}
        .today=${this.now}
      ></earshot-days>
      <p class="muted small note">${this.t(`today.days.note`)}</p>
    </section>`}};$=_([g(`earshot-today-page`)],$);export{$ as EarshotTodayPage};