import{$ as e,$t as t,Bn as n,D as r,Dn as i,En as a,J as o,Ln as s,Nt as c,Ot as ee,Qt as l,U as te,Z as ne,_ as u,en as re,et as ie,f as d,g as f,ht as ae,it as p,j as oe,ln as se,o as m,p as h,pn as ce,tn as le,v as g,w as _,x as v,y}from"./session-keeper-xz4QIxtX.js";import{t as b}from"./isolate-CV-Y3VRw.js";import{o as ue,t as de}from"./words-DhG3eQQw.js";import"./badge-DvRy0Al-.js";import{n as x,t as S}from"./class-map-Dy-TevgP.js";function fe(e,t){if(t.type===`now`)return t;if(e===void 0)return;let n=new Map(t.satellites.map(e=>[e.entity_id,e]));return{satellites:[...e.satellites.filter(e=>!n.has(e.entity_id)&&!t.gone.includes(e.entity_id)),...t.satellites].sort((e,t)=>e.label.localeCompare(t.label)),others:t.others??e.others}}function C(e){let{state:t,streams_to:n,captured:r}=e;if(t===`unavailable`)return E(`now.satellite.unavailable`,`unknown`);let i=r?`captured`:T(n,t===`listening`);return E(`now.satellite.${pe(e)}`,i)}function pe({state:e,listening_for:t,wake:n,muted:r}){return e===`listening`?t===`command`?`listening_command`:`listening_wake_word`:e===`idle`?r?`muted`:n===`on_device`?`idle_on_device`:`idle`:e}function w(e){let t={label:b(e.label??``),known:e.label?`yes`:`no`};if(e.kind===`capture`)return{key:`now.other.capture`,values:t,tone:`captured`};let n=T(e.streams_to,e.state===`listening`);return e.kind===`stt_api`?{key:`now.other.stt_api`,values:t,tone:n}:{key:`now.other.run_${me(e)}`,values:t,tone:n}}function me({state:e,listening_for:t}){return e===`responding`||e===`processing`?e:t===`wake_word`?`listening_wake_word`:`listening_command`}function T(e,t){return e?.place===`unknown`?`unknown`:e&&ue(e.place)?`left`:t||e?`heard`:`quiet`}function he({satellites:e,others:t}){let n=[...e.map(e=>C(e).tone),...t.map(e=>w(e).tone)],r=e=>n.filter(t=>t===e).length;return r(`captured`)>0?E(`now.summary.captured`,`captured`):r(`left`)>0?{...E(`now.summary.left`,`left`),values:{count:r(`left`)}}:r(`unknown`)>0?{...E(`now.summary.unknown`,`unknown`),values:{count:r(`unknown`)}}:r(`heard`)>0?{...E(`now.summary.heard`,`heard`),values:{count:r(`heard`)}}:E(e.length===0?`now.summary.no_satellites`:`now.summary.quiet`,`quiet`)}function E(e,t){return{key:e,values:{},tone:t}}var ge=r`
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
`,_e={idle:le,listening:l,processing:t,responding:n,unavailable:c},ve={capture:se,run:te,stt_api:oe},D=class extends d{constructor(...e){super(...e),this.now=void 0}static{this.styles=[...d.styles,ge]}render(){let{now:e}=this;if(e===void 0)return v;let t=he(e);return _`
      <p class="summary ${t.tone}" role="status">${this.t(t.key,t.values)}</p>
      <ul>
        ${e.others.map(e=>_`<li class=${w(e).tone}>${this.other(e)}</li>`)}
        ${e.satellites.map(e=>_`<li class=${C(e).tone}>${this.satellite(e)}</li>`)}
      </ul>
    `}satellite(e){let t=e.state===`idle`&&e.muted?re:_e[e.state];return _`
      <earshot-icon .path=${t}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.label}</bdi>
          ${e.area===null||e.area===e.label?v:_`<bdi class="muted small">${e.area}</bdi>`}
        </p>
        ${this.doing(C(e))} ${this.stream(e.streams_to)} ${this.wake(e)} ${this.flags(e)}
      </div>
    `}other(e){return _`
      <earshot-icon .path=${ve[e.kind]}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.kind===`run`&&e.user?e.user:this.t(`now.other.name.${e.kind}`)}</bdi>
        </p>
        ${this.doing(w(e))} ${this.stream(e.streams_to)}
      </div>
    `}doing({key:e,values:t}){return _`<p class="doing" dir="auto">${this.t(e,t)}</p>`}stream(e){if(e===null)return v;let t=e.ear===null?this.t(`now.stream.gate`):this.t(`now.stream.engine`,{known:e.label===``?`no`:`yes`,engine:b(e.label)});return _`
      <p class="small" dir="auto">${t}</p>
      <p class="row wrap">
        <earshot-place .session=${this.session} .place=${e.place}></earshot-place>
        <earshot-evidence .session=${this.session} .evidence=${e.evidence}></earshot-evidence>
      </p>
    `}wake({state:e,streams_to:t,wake:n,muted:r,wake_evidence:i}){return e!==`idle`||t!==null||r||n!==`on_device`?v:_`<earshot-evidence .session=${this.session} .evidence=${i}></earshot-evidence>`}flags(e){let t=e.off_the_record_until;return[e.captured?this.t(`now.flag.captured`):void 0,e.muted&&e.state!==`idle`&&e.state!==`unavailable`?this.t(`now.flag.muted`):void 0,e.off_the_record?this.t(`now.flag.off_the_record`,{ends:t===null?`no`:`yes`,until:t===null?``:this.session?.format.time(t)}):void 0].filter(e=>e!==void 0).map(e=>_`<p class="small flag">${e}</p>`)}};h([g({attribute:!1})],D.prototype,`now`,void 0),D=h([y(`earshot-now-strip`)],D);var O=[`said`,`false_wake`,`outside`,`blocked`,`unknown`,`left_house`,`listened`];function k(e){return{began:Date.parse(e.began),ended:Date.parse(e.ended)}}function A({began:e,ended:t},n){return Math.min(1,Math.max(0,(n-e)/(t-e)))}function j(e,t,n,r){let i=Math.min(.5,r/n/2),a=[];for(let n of[...e].sort((e,t)=>Date.parse(e.at)-Date.parse(t.at))){let e=Math.min(1-i,Math.max(i,A(t,Date.parse(n.at)))),r=a.at(-1);r!==void 0&&e-r.at<i*1.99?r.marks.push(n):a.push({at:e,marks:[n]})}return a.map(e=>({...e,sort:M(e.marks.map(e=>e.sort))}))}function M(e){return O[Math.max(...e.map(e=>O.indexOf(e)))]??`unknown`}function N(e){let t=new Set(e.satellites.flatMap(e=>e.marks.map(e=>e.sort)));return O.filter(e=>t.has(e))}function P(e,t,n){return e.map(e=>({from:A(t,Date.parse(e.began)),to:A(t,e.ended===null?n:Date.parse(e.ended)),gap:e})).filter(({from:e,to:t})=>t>e)}function F({began:e,ended:t},n,r){let i=new Intl.DateTimeFormat(`en`,{timeZone:r,hour:`numeric`,minute:`numeric`,hourCycle:`h23`}),a=new Set,o=[];for(let r=e;r<t;r+=9e5){let[e=0,t]=i.formatToParts(r).flatMap(e=>ye(e));t===0&&e%n===0&&!a.has(e)&&(a.add(e),o.push(r))}return o}function ye({type:e,value:t}){return e===`literal`?[]:[Number(t)]}var be=[`house`,`listened`],xe=new Set([`words`,`sound`,`export`,`found`]);function Se(e){let{why:t,who:n,how:r}=e;return{key:Ce(e),values:{who:b(n),how:b(r??``),known:n===``?`no`:`yes`,why:t},reason:e}}function Ce({why:e,how:t}){return e===`accessed`?`today.why.accessed_${xe.has(t??``)?t:`other`}`:`today.why.${e}`}var we=new Set([`not_running`,`ledger_unavailable`,`vault_failed`,`entries_missing`,`before_earshot`,`too_many_gaps`]);function Te(e){return`today.gap.${we.has(e)?e:`other`}`}function I(e,t,n,r){let{began:i,ended:a}=k(t),o=Date.parse(e.began),s=e.ended===null?void 0:Date.parse(e.ended),c={from:r.time(new Date(o)),to:s===void 0?``:r.time(new Date(s)),reason:n(Te(e.reason))};return n(s===void 0?`today.strip.gap_open`:o<=i?s>=a?`today.strip.gap_whole`:`today.strip.gap_until`:s>=a?`today.strip.gap_from`:`today.strip.gap`,c)}function Ee({sentence:{watched:e}}){return e===`in_part`?void 0:`today.reasons.watched_${e}`}function L(e){return new Map(e.satellites.flatMap(e=>e.marks.map(e=>[e.utterance_id,e.at])))}var De=r`
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
`,R=class extends d{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...d.styles,De]}render(){let{today:e}=this;if(e===void 0)return v;let t=L(e);return _`${be.map(n=>this.section(n,e,t))} ${this.watched(e)} ${this.others(e)}
      <p class="muted small">${this.t(`today.reasons.limit`)}</p>`}section(e,t,n){let r=t.reasons.filter(t=>t.part===e);return _`<section>
      <h3>${this.t(`today.reasons.${e}`)}</h3>
      ${r.length>0?_`<ul>${r.map(e=>this.reason(e,n))}</ul>`:_`<p class="muted">${this.t(`today.reasons.no_${e}`)}</p>`}
    </section>`}watched(e){let t=Ee(e);return _`<section>
      <h3>${this.t(`today.reasons.watched`)}</h3>
      ${t===void 0?v:_`<p class="muted">${this.t(t)}</p>`}
      <ul>${e.gaps.map(t=>this.gap(t,e))}</ul>
    </section>`}gap(e,t){return this.session===void 0?v:_`<li>${I(e,t,this.t,this.session.format)}</li>`}reason(e,t){let{key:n,values:r}=Se(e);return _`<li>
      ${e.ear===null?v:_`<earshot-icon .path=${de[e.ear]}></earshot-icon>`}
      <div>
        <p>
          <span dir="auto">${this.t(n,r)}</span>
          ${e.ear===null?v:_`<span class="muted small">${this.t(`words.ear.${e.ear}`)}</span>`}
        </p>
        <p class="row wrap">${this.where(e)}</p>
        ${e.utterance_ids.length===0?this.when(e):this.utterances(e,t)}
      </div>
    </li>`}where({place:e,evidence:t}){return _`${e===null?v:_`<earshot-place .session=${this.session} .place=${e}></earshot-place>`}
    ${t===null?v:_`<earshot-evidence .session=${this.session} .evidence=${t}></earshot-evidence>`}`}when({last_at:e}){return e===null?v:_`<p class="muted small">${this.session?.format.moment(e)}</p>`}utterances({count:e,at_least:t,utterance_ids:n},r){let i=this.t(t?`today.reasons.utterances_at_least`:`today.reasons.utterances`,{count:e});return _`<p class="small utterances">
      <span class="muted">${i}</span>
      ${n.map((e,t)=>_`<a href=${m(`utterance`,e)}>${this.called(r.get(e),t)}</a> `)}
      ${e>n.length?_`<span class="muted">${this.t(`today.reasons.and_more`)}</span>`:v}
    </p>`}called(e,t){return e===void 0?this.t(`today.reasons.utterance`,{number:t+1}):this.session?.format.time(e)}others({streamed:e,announced:t,contacted:n}){return e.length+t.length+n.length===0?v:_`<section>
      <h3>${this.t(`today.reasons.others`)}</h3>
      <ul>
        ${e.map(e=>this.stream(e))} ${t.map(e=>this.announcement(e))}
        ${n.map(e=>this.contact(e))}
      </ul>
    </section>`}stream(e){let t=this.session?.format.duration(e.sound_ms)??``,n=e.going_on?`today.reasons.streams`:`today.reasons.streamed`,r=this.t(n,{satellite:b(e.label),engine:b(e.engine),long:t,wakes:e.wakes});return this.other(l,r,this.where(e))}announcement(e){let t=this.t(`today.reasons.announced`,{engine:b(e.engine),count:e.count,words:e.words});return this.other(n,t,this.where(e))}contact(e){let t=this.t(`today.reasons.contacted`,{label:b(e.label),known:e.host?`yes`:`no`,host:b(e.host??``)}),n=e.received_bytes;return this.other(ae,t,_`<span class="muted small">${n===null?v:this.session?.format.bytes(n)}</span>`)}other(e,t,n){return _`<li>
      <earshot-icon .path=${e}></earshot-icon>
      <div>
        <p dir="auto">${t}</p>
        <p class="row wrap">${n}</p>
      </div>
    </li>`}};h([g({attribute:!1})],R.prototype,`today`,void 0),R=h([y(`earshot-day-reasons`)],R);function Oe(e){let{house:t,listened:n,watched:r}=e.sentence;return r===`not_yet`?[V(`today.sentence.not_yet`,`plain`)]:t===`nothing_seen`&&n===`nobody_seen`?[z(e),V(`today.sentence.nothing_nobody_seen`,`unwatched`)]:[z(e),...Ae(e),Me(e)]}function ke(e){return[`listened`,`left`,`unknown`,`unwatched`,`calm`].find(t=>e.some(e=>e.tone===t))??`plain`}function z({said:e,is_today:t,sentence:n}){return e>0?V(`today.sentence.said`,`plain`,e):n.watched===`in_part`?V(`today.sentence.said_none_seen`,`plain`):V(t?`today.sentence.said_none_yet`:`today.sentence.said_none`,`plain`)}function Ae(e){switch(e.sentence.house){case`left`:return[je(e),...B(e)];case`unknown`:return e.unknown>0?B(e):[V(`today.sentence.house_unknown`,`unknown`)];case`nothing_seen`:return[V(`today.sentence.house_nothing_seen`,`unwatched`)];case`nothing_left`:return[V(`today.sentence.house_nothing_left`,`calm`)]}}function je({left_house:e,unknown:t,reasons:n}){let r=e-t;return r<=0?V(`today.sentence.house_left`,`left`):V(n.some(e=>e.part===`house`&&e.says===`left`&&e.why!==`ear`)?`today.sentence.house_left_at_least`:`today.sentence.house_left_count`,`left`,r)}function B({unknown:e}){return e>0?[V(`today.sentence.house_unknown_count`,`unknown`,e)]:[]}function Me({sentence:e,reasons:t}){switch(e.listened){case`somebody`:return V(Fe(t),`listened`);case`unknown`:return V(`today.sentence.listened_unknown`,`unknown`);case`nobody_seen`:return V(`today.sentence.listened_nobody_seen`,`unwatched`);case`nobody`:return V(`today.sentence.listened_nobody`,`calm`)}}var Ne=new Set([`sound`]),Pe=new Set([`words`,`found`]);function Fe(e){let t=e.filter(e=>e.part===`listened`&&e.says===`somebody`),n=e=>t.length>0&&t.every(t=>t.why===`accessed`&&e.has(t.how??``));return n(Ne)?`today.sentence.listened_somebody`:n(Pe)?`today.sentence.read_somebody`:`today.sentence.listened_or_read_somebody`}function V(e,t,n){return{key:e,tone:t,values:n===void 0?{}:{count:n}}}var H=class extends d{constructor(...e){super(...e),this.today=void 0,this.brief=!1,this.open=!1}static{this.styles=[...d.styles,r`
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
    `]}render(){let{today:e}=this;if(e===void 0)return v;let t=Oe(e);return _`
      <p class="said" role="status" data-tone=${ke(t)}>
        ${t.map(e=>_`${this.clause(e)} `)}
      </p>
      <slot></slot>
      ${this.brief||e.sentence.watched===`not_yet`?v:this.reasons(e)}
    `}clause({key:e,values:t,tone:n}){return _`<span class=${n}>${this.t(e,t)}</span>`}reasons(e){return _`
      <button class="plain" aria-expanded=${this.open?`true`:`false`} aria-controls="reasons" @click=${()=>{this.open=!this.open}}>
        ${this.t(`today.how_we_know`)}<earshot-icon .path=${this.open?ne:o}></earshot-icon>
      </button>
      <div id="reasons" ?hidden=${!this.open}>
        ${this.open?_`<earshot-day-reasons .session=${this.session} .today=${e}></earshot-day-reasons>`:v}
      </div>
    `}};h([g({attribute:!1})],H.prototype,`today`,void 0),h([g({type:Boolean,reflect:!0})],H.prototype,`brief`,void 0),h([u()],H.prototype,`open`,void 0),H=h([y(`earshot-day-sentence`)],H);var U=class{constructor(e,t=30){this.host=e,this.seconds=t,e.addController(this)}get now(){return Date.now()}hostConnected(){this.timer=window.setInterval(()=>this.host.requestUpdate(),this.seconds*1e3)}hostDisconnected(){window.clearInterval(this.timer)}},W={said:e,false_wake:ie,outside:a,blocked:p,unknown:ce,left_house:s,listened:i},G=r`
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
`,K=class extends d{constructor(...e){super(...e),this.satellites=[]}static{this.styles=[...d.styles,G,r`
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
    `]}render(){let e=this.satellites.flatMap(e=>e.marks.map(t=>({mark:t,label:e.label}))).sort((e,t)=>Date.parse(t.mark.at)-Date.parse(e.mark.at));return _`<table>
      <caption class="visually-hidden">${this.t(`today.strip.title`)}</caption>
      <thead>
        <tr>
          <th scope="col">${this.t(`today.table.time`)}</th>
          <th scope="col">${this.t(`today.table.satellite`)}</th>
          <th scope="col">${this.t(`today.table.what`)}</th>
        </tr>
      </thead>
      <tbody>${e.map(({mark:e,label:t})=>this.row(e,t))}</tbody>
    </table>`}row(e,t){return _`<tr>
      <td><a href=${m(`utterance`,e.utterance_id)}>${this.session?.format.time(e.at,!0)}</a></td>
      <td dir="auto">${t??this.t(`today.strip.unknown_satellite`)}</td>
      <td>
        <div class="sorts">
          ${e.sorts.map(e=>_`<span class=${e}>
              <earshot-icon .path=${W[e]}></earshot-icon><b>${this.t(`today.sort.${e}`)}</b>
            </span>`)}
          ${e.open?_`<span class="muted">${this.t(`words.outcome.open`)}</span>`:v}
        </div>
      </td>
    </tr>`}};h([g({attribute:!1})],K.prototype,`satellites`,void 0),K=h([y(`earshot-day-table`)],K);function Ie({key:e,target:t},n,r){let i=n.indexOf(t);if(i===-1)return;let a=r?`ArrowLeft`:`ArrowRight`,o=r?`ArrowRight`:`ArrowLeft`;switch(e){case a:return n[i+1];case o:return n[i-1];case`Home`:return n[0];case`End`:return n.at(-1);default:return}}var Le=r`
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
`,q=r`
  .hatch {
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--es-outline) 60%, transparent) 0 2px,
      color-mix(in srgb, var(--es-outline) 14%, transparent) 2px 8px
    );
  }
`,Re=r`
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
    position: relative;
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
`,ze=28,J=class extends d{constructor(...e){super(...e),this.day=void 0,this.satellite=void 0}static{this.styles=[...d.styles,G,q,Re,r`
      .count {
        font-size: 0.875rem;
        font-weight: 400;
      }
    `]}render(){let{day:e,satellite:t}=this;if(e===void 0)return v;let n=t===void 0?[]:j(t.marks,e.line,e.width,ze),r=n.find(e=>Y(e)===this.opened);return _`
      ${t===void 0?this.nobody():this.heading(t)}
      <div class="track">
        ${this.ground(e)}
        <ul class="marks" @keydown=${this.move}>${n.map(e=>this.group(e,n))}</ul>
      </div>
      ${r===void 0||r.marks.length<2?v:this.gathered(r)}
    `}nobody(){return _`<p class="name muted">${this.t(`today.strip.nothing_said`)}</p>`}heading(e){return _`<h3 class="name">
      <span dir="auto" title=${this.label(e)}>${this.label(e)}</span>
      <span class="muted count">${this.t(`today.strip.count`,{count:e.count})}</span>
    </h3>`}label({label:e}){return e??this.t(`today.strip.unknown_satellite`)}ground({line:e,until:t,isToday:n,spans:r,ticks:i}){let a=A(e,t);return _`
      <div class="past" style=${x({width:Z(a)})}></div>
      ${i.map(t=>_`<div class="tick" style=${x(X(A(e,t)))}></div>`)}
      ${r.map(({from:e,to:t})=>_`<div class="hatch" style=${x({...X(e),width:Z(t-e)})}></div>`)}
      ${n?_`<div class="now" style=${x(X(a))}></div>`:v}
    `}group(e,t){let n=Y(e),r=(t.find(e=>Y(e)===this.current)??t.at(-1))===e?0:-1,[i]=e.marks;return _`<li style=${x(X(e.at))}>
      ${e.marks.length>1||i===void 0?this.many(e,n,r):this.one(i,n,r)}
    </li>`}one(e,t,n){let r=this.nameOf(e);return _`<a
      class=${S({mark:!0,[e.sort]:!0,open:e.open})}
      href=${m(`utterance`,e.utterance_id)}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      @focus=${this.focused}
      ><earshot-icon .path=${W[e.sort]}></earshot-icon
    ></a>`}many(e,t,n){let r=this.t(`today.strip.many`,{count:e.marks.length,span:this.spanOf(e),sort:this.t(`today.sort.${e.sort}`)}),i=t===this.opened,a=()=>{this.opened=i?void 0:t};return _`<button
      class=${S({mark:!0,many:!0,[e.sort]:!0,open:e.marks.some(e=>e.open)})}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      aria-expanded=${i?`true`:`false`}
      @click=${a}
      @focus=${this.focused}
    >
      <earshot-icon .path=${W[e.sort]}></earshot-icon>${this.session?.format.number(e.marks.length)}
    </button>`}gathered(e){return _`<div class="below">
      <ul class="gathered" aria-label=${this.spanOf(e)}>
        ${e.marks.map(e=>_`<li>
            <a href=${m(`utterance`,e.utterance_id)}>
              <earshot-icon class=${e.sort} .path=${W[e.sort]}></earshot-icon>
              <span aria-hidden="true">${this.session?.format.time(e.at,!0)}</span>
              <span class="visually-hidden">${this.nameOf(e)}</span>
            </a>
          </li>`)}
      </ul>
    </div>`}nameOf(e){let t=this.session?.format.list(e.sorts.map(e=>this.t(`today.sort.${e}`)))??``,n=this.satellite===void 0?``:this.label(this.satellite);return this.t(e.open?`today.strip.mark_open`:`today.strip.mark`,{time:this.session?.format.time(e.at),satellite:n,sorts:t})}spanOf({marks:e}){let[t]=e,n=e.at(-1);return t===void 0||n===void 0||this.session===void 0?``:this.session.format.timeRange(t.at,n.at)}focused(e){this.current=e.currentTarget.dataset.key}move(e){let t=Ie(e,[...this.renderRoot.querySelectorAll(`.mark`)??[]],getComputedStyle(this).direction===`rtl`);t!==void 0&&(e.preventDefault(),t.focus())}};h([g({attribute:!1})],J.prototype,`day`,void 0),h([g({attribute:!1})],J.prototype,`satellite`,void 0),h([u()],J.prototype,`opened`,void 0),h([u()],J.prototype,`current`,void 0),h([f(`.track`)],J.prototype,`track`,void 0),J=h([y(`earshot-lane`)],J);function Y(e){return e.marks[0]?.utterance_id??``}function X(e){return{insetInlineStart:Z(e)}}function Z(e){return`${(e*100).toFixed(3)}%`}function Q({day:e},t={}){return m(`ledger`,void 0,{from:e,to:e,...t})}function Be(e){return m(`ledger`,void 0,{[`${e}_kept`]:`true`})}var Ve=320,He=520,$=class extends d{constructor(...e){super(...e),this.today=void 0,this.compact=!1,this.width=Ve,this.listed=!1,this.ticking=new U(this)}static{this.styles=[...d.styles,G,q,Le,r`
      .legend earshot-icon {
        width: 16px;
        height: 16px;
      }
    `]}connectedCallback(){super.connectedCallback(),typeof ResizeObserver<`u`&&(this.observer=new ResizeObserver(()=>this.measure()),this.observer.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.observer?.disconnect()}updated(){this.measure()}render(){let{today:e,session:t}=this;if(e===void 0||t===void 0)return v;let n=this.day(e,t.hass().config.time_zone),r=e.satellites.length>0?e.satellites:[void 0];return _`
      <div class="axis" aria-hidden="true">
        <div class="hours">
          ${n.ticks.map(e=>_`<span style=${x({insetInlineStart:`${A(n.line,e)*100}%`})}
                >${t.format.time(new Date(e))}</span
              >`)}
        </div>
      </div>
      <ul class="lanes" aria-label=${this.t(`today.strip.title`)}>
        ${r.map(e=>_`<li>${this.lane(e,n)}</li>`)}
      </ul>
      ${this.compact?v:this.below(e)}
    `}day(e,t){let n=k(e),r=Math.min(this.ticking.now,n.ended);return{line:n,until:e.is_today?r:n.ended,isToday:e.is_today,spans:P(e.gaps,n,r),ticks:F(n,this.width<He?6:3,t),width:this.width}}lane(e,t){return _`<earshot-lane .session=${this.session} .satellite=${e} .day=${t}></earshot-lane>`}below(e){let t=N(e);return _`
      <ul class="legend" aria-label=${this.t(`today.strip.legend`)}>
        ${t.map(e=>_`<li>
            <earshot-icon class=${e} .path=${W[e]}></earshot-icon>${this.t(`today.sort.${e}`)}
          </li>`)}
        ${e.gaps.length>0?_`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:v}
      </ul>
      ${e.gaps.length>0?_`<ul class="gaps">${e.gaps.map(t=>this.gap(t,e))}</ul>`:v}
      ${e.satellites.map(t=>this.more(t,e))} ${t.length>0?this.list(e):v}
    `}gap(e,t){return this.session===void 0?v:_`<li>${I(e,t,this.t,this.session.format)}</li>`}more(e,t){if(e.more===0)return v;let n=e.label??this.t(`today.strip.unknown_satellite`);return _`<p class="small">
      <a href=${Q(t,e.name===null?{}:{satellite:e.name})}
        >${this.t(`today.strip.more`,{count:e.more,satellite:b(n)})}</a
      >
    </p>`}list(e){return _`
      <button class="plain list" aria-expanded=${this.listed?`true`:`false`} @click=${()=>{this.listed=!this.listed}}>
        <earshot-icon .path=${ee}></earshot-icon>
        ${this.t(this.listed?`today.strip.hide_list`:`today.strip.show_list`)}
      </button>
      ${this.listed?_`<earshot-day-table .session=${this.session} .satellites=${e.satellites}></earshot-day-table>`:v}
    `}measure(){let e=this.axis?.clientWidth??0;e>0&&e!==this.width&&(this.width=e)}};h([g({attribute:!1})],$.prototype,`today`,void 0),h([g({type:Boolean,reflect:!0})],$.prototype,`compact`,void 0),h([u()],$.prototype,`width`,void 0),h([u()],$.prototype,`listed`,void 0),h([f(`.hours`)],$.prototype,`axis`,void 0),$=h([y(`earshot-day-strip`)],$);export{G as a,W as i,Be as n,U as o,q as r,fe as s,Q as t};