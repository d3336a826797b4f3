import{$ as e,A as t,An as n,At as r,D as i,H as a,Jt as o,On as s,Q as c,Tt as ee,X as te,Xt as ne,Yt as re,Zt as ie,_ as l,bn as u,f as d,ft as f,g as p,h as m,in as ae,o as h,p as g,q as oe,rt as se,sn as ce,v as _,w as v,x as y,y as b,yn as le}from"./session-keeper-C0Qvh3iv.js";import{t as x}from"./isolate-CV-Y3VRw.js";import{o as ue,t as de}from"./words-BnHmT5zz.js";import"./badge-Bzm3JLTz.js";import{n as S,t as C}from"./class-map-Be6loInA.js";var w=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.apply=n,this.args=r,this.state={kind:`loading`},this.turn=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostConnected(){this.host.requestUpdate()}hostUpdate(){let{session:e}=this.host,t=this.args();if(t===void 0&&this.followed!==void 0&&this.stop(),e===void 0||t===void 0)return;let n=JSON.stringify(t),r=this.failedIn!==void 0&&this.failedIn!==e.generation;(n!==this.followed||r)&&this.begin(e,t,n)}hostDisconnected(){this.stop()}again(){this.stop(),this.host.requestUpdate()}begin({client:e,generation:t},n,r){this.stop(),this.followed=r;let{turn:i}=this,a=e=>{this.turn===i&&this.take(e)};this.end=e.follow(this.type,n,a).catch(e=>{this.turn===i&&this.fail(m.from(e),t)})}take(e){if(T(e)){let t=new m(e.code,e.type);this.state.kind===`ready`?this.interrupted=t:this.state={kind:`failed`,error:t}}else{this.interrupted=void 0;let t=this.apply(this.value,e);t!==void 0&&(this.state={kind:`ready`,value:t})}this.host.requestUpdate()}fail(e,t){this.failedIn=t,this.state={kind:`failed`,error:e},this.host.requestUpdate()}stop(){this.turn++,this.followed=void 0,this.failedIn=void 0,this.end?.then(e=>e?.()),this.end=void 0}};function T(e){return typeof e==`object`&&!!e&&`type`in e&&e.type===`unavailable`}function fe(e,t){if(t.type===`now`)return t;if(e===void 0)return;let n=new Map(t.satellites.map(e=>[e.entity_id,e]));return{satellites:[...e.satellites.filter(e=>!n.has(e.entity_id)&&!t.gone.includes(e.entity_id)),...t.satellites].sort((e,t)=>e.label.localeCompare(t.label)),others:t.others??e.others}}function E(e){let{state:t,streams_to:n,captured:r}=e;if(t===`unavailable`)return k(`now.satellite.unavailable`,`unknown`);let i=r?`captured`:O(n,t===`listening`);return k(`now.satellite.${pe(e)}`,i)}function pe({state:e,listening_for:t,wake:n,muted:r}){return e===`listening`?t===`command`?`listening_command`:`listening_wake_word`:e===`idle`?r?`muted`:n===`on_device`?`idle_on_device`:`idle`:e}function D(e){let t={label:x(e.label??``),known:e.label?`yes`:`no`};if(e.kind===`capture`)return{key:`now.other.capture`,values:t,tone:`captured`};let n=O(e.streams_to,e.state===`listening`);return e.kind===`stt_api`?{key:`now.other.stt_api`,values:t,tone:n}:{key:`now.other.run_${me(e)}`,values:t,tone:n}}function me({state:e,listening_for:t}){return e===`responding`||e===`processing`?e:t===`wake_word`?`listening_wake_word`:`listening_command`}function O(e,t){return e?.place===`unknown`?`unknown`:e&&ue(e.place)?`left`:t||e?`heard`:`quiet`}function he({satellites:e,others:t}){let n=[...e.map(e=>E(e).tone),...t.map(e=>D(e).tone)],r=e=>n.filter(t=>t===e).length;return r(`captured`)>0?k(`now.summary.captured`,`captured`):r(`left`)>0?{...k(`now.summary.left`,`left`),values:{count:r(`left`)}}:r(`unknown`)>0?{...k(`now.summary.unknown`,`unknown`),values:{count:r(`unknown`)}}:r(`heard`)>0?{...k(`now.summary.heard`,`heard`),values:{count:r(`heard`)}}:k(e.length===0?`now.summary.no_satellites`:`now.summary.quiet`,`quiet`)}function k(e,t){return{key:e,values:{},tone:t}}var ge=i`
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
`,_e={idle:ie,listening:o,processing:re,responding:n,unavailable:r},ve={capture:ae,run:a,stt_api:t},A=class extends d{constructor(...e){super(...e),this.now=void 0}static{this.styles=[...d.styles,ge]}render(){let{now:e}=this;if(e===void 0)return y;let t=he(e);return v`
      <p class="summary ${t.tone}" role="status">${this.t(t.key,t.values)}</p>
      <ul>
        ${e.others.map(e=>v`<li class=${D(e).tone}>${this.other(e)}</li>`)}
        ${e.satellites.map(e=>v`<li class=${E(e).tone}>${this.satellite(e)}</li>`)}
      </ul>
    `}satellite(e){let t=e.state===`idle`&&e.muted?ne:_e[e.state];return v`
      <earshot-icon .path=${t}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.label}</bdi>
          ${e.area===null||e.area===e.label?y:v`<bdi class="muted small">${e.area}</bdi>`}
        </p>
        ${this.doing(E(e))} ${this.stream(e.streams_to)} ${this.wake(e)} ${this.flags(e)}
      </div>
    `}other(e){return v`
      <earshot-icon .path=${ve[e.kind]}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.kind===`run`&&e.user?e.user:this.t(`now.other.name.${e.kind}`)}</bdi>
        </p>
        ${this.doing(D(e))} ${this.stream(e.streams_to)}
      </div>
    `}doing({key:e,values:t}){return v`<p class="doing" dir="auto">${this.t(e,t)}</p>`}stream(e){if(e===null)return y;let t=e.ear===null?this.t(`now.stream.gate`):this.t(`now.stream.engine`,{known:e.label===``?`no`:`yes`,engine:x(e.label)});return v`
      <p class="small" dir="auto">${t}</p>
      <p class="row wrap">
        <earshot-place .session=${this.session} .place=${e.place}></earshot-place>
        <earshot-evidence .session=${this.session} .evidence=${e.evidence}></earshot-evidence>
      </p>
    `}wake({state:e,streams_to:t,wake:n,muted:r,wake_evidence:i}){return e!==`idle`||t!==null||r||n!==`on_device`?y:v`<earshot-evidence .session=${this.session} .evidence=${i}></earshot-evidence>`}flags(e){let t=e.off_the_record_until;return[e.captured?this.t(`now.flag.captured`):void 0,e.muted&&e.state!==`idle`&&e.state!==`unavailable`?this.t(`now.flag.muted`):void 0,e.off_the_record?this.t(`now.flag.off_the_record`,{ends:t===null?`no`:`yes`,until:t===null?``:this.session?.format.time(t)}):void 0].filter(e=>e!==void 0).map(e=>v`<p class="small flag">${e}</p>`)}};g([_({attribute:!1})],A.prototype,`now`,void 0),A=g([b(`earshot-now-strip`)],A);var j=[`said`,`false_wake`,`outside`,`blocked`,`unknown`,`left_house`,`listened`];function M(e){return{began:Date.parse(e.began),ended:Date.parse(e.ended)}}function N({began:e,ended:t},n){return Math.min(1,Math.max(0,(n-e)/(t-e)))}function P(e,t,n,r){let i=Math.min(.5,r/n/2),a=[];for(let n of[...e].sort((e,t)=>Date.parse(e.at)-Date.parse(t.at))){let e=Math.min(1-i,Math.max(i,N(t,Date.parse(n.at)))),r=a.at(-1);r!==void 0&&e-r.at<i*1.99?r.marks.push(n):a.push({at:e,marks:[n]})}return a.map(e=>({...e,sort:F(e.marks.map(e=>e.sort))}))}function F(e){return j[Math.max(...e.map(e=>j.indexOf(e)))]??`unknown`}function ye(e){let t=new Set(e.satellites.flatMap(e=>e.marks.map(e=>e.sort)));return j.filter(e=>t.has(e))}function be(e,t,n){return e.map(e=>({from:N(t,Date.parse(e.began)),to:N(t,e.ended===null?n:Date.parse(e.ended)),gap:e})).filter(({from:e,to:t})=>t>e)}function xe({began:e,ended:t},n,r){let i=new Intl.DateTimeFormat(`en`,{timeZone:r,hour:`numeric`,minute:`numeric`,hourCycle:`h23`}),a=new Set,o=[];for(let r=e;r<t;r+=9e5){let[e=0,t]=i.formatToParts(r).flatMap(e=>Se(e));t===0&&e%n===0&&!a.has(e)&&(a.add(e),o.push(r))}return o}function Se({type:e,value:t}){return e===`literal`?[]:[Number(t)]}var Ce=[`house`,`listened`],we=new Set([`words`,`sound`,`export`,`found`]);function Te(e){let{why:t,who:n,how:r}=e;return{key:Ee(e),values:{who:x(n),how:x(r??``),known:n===``?`no`:`yes`,why:t},reason:e}}function Ee({why:e,how:t}){return e===`accessed`?`today.why.accessed_${we.has(t??``)?t:`other`}`:`today.why.${e}`}var De=new Set([`not_running`,`ledger_unavailable`,`vault_failed`,`entries_missing`,`before_earshot`,`too_many_gaps`]);function Oe(e){return`today.gap.${De.has(e)?e:`other`}`}function I(e,t,n,r){let{began:i,ended:a}=M(t),o=Date.parse(e.began),s=e.ended===null?void 0:Date.parse(e.ended),c={from:r.time(new Date(o)),to:s===void 0?``:r.time(new Date(s)),reason:n(Oe(e.reason))};return n(s===void 0?`today.strip.gap_open`:o<=i?s>=a?`today.strip.gap_whole`:`today.strip.gap_until`:s>=a?`today.strip.gap_from`:`today.strip.gap`,c)}function L({sentence:{watched:e}}){return e===`in_part`?void 0:`today.reasons.watched_${e}`}function ke(e){return new Map(e.satellites.flatMap(e=>e.marks.map(e=>[e.utterance_id,e.at])))}var Ae=i`
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
`,R=class extends d{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...d.styles,Ae]}render(){let{today:e}=this;if(e===void 0)return y;let t=ke(e);return v`${Ce.map(n=>this.section(n,e,t))} ${this.watched(e)} ${this.others(e)}
      <p class="muted small">${this.t(`today.reasons.limit`)}</p>`}section(e,t,n){let r=t.reasons.filter(t=>t.part===e);return v`<section>
      <h3>${this.t(`today.reasons.${e}`)}</h3>
      ${r.length>0?v`<ul>${r.map(e=>this.reason(e,n))}</ul>`:v`<p class="muted">${this.t(`today.reasons.no_${e}`)}</p>`}
    </section>`}watched(e){let t=L(e);return v`<section>
      <h3>${this.t(`today.reasons.watched`)}</h3>
      ${t===void 0?y:v`<p class="muted">${this.t(t)}</p>`}
      <ul>${e.gaps.map(t=>this.gap(t,e))}</ul>
    </section>`}gap(e,t){return this.session===void 0?y:v`<li>${I(e,t,this.t,this.session.format)}</li>`}reason(e,t){let{key:n,values:r}=Te(e);return v`<li>
      ${e.ear===null?y:v`<earshot-icon .path=${de[e.ear]}></earshot-icon>`}
      <div>
        <p>
          <span dir="auto">${this.t(n,r)}</span>
          ${e.ear===null?y:v`<span class="muted small">${this.t(`words.ear.${e.ear}`)}</span>`}
        </p>
        <p class="row wrap">${this.where(e)}</p>
        ${e.utterance_ids.length===0?this.when(e):this.utterances(e,t)}
      </div>
    </li>`}where({place:e,evidence:t}){return v`${e===null?y:v`<earshot-place .session=${this.session} .place=${e}></earshot-place>`}
    ${t===null?y:v`<earshot-evidence .session=${this.session} .evidence=${t}></earshot-evidence>`}`}when({last_at:e}){return e===null?y:v`<p class="muted small">${this.session?.format.moment(e)}</p>`}utterances({count:e,at_least:t,utterance_ids:n},r){let i=this.t(t?`today.reasons.utterances_at_least`:`today.reasons.utterances`,{count:e});return v`<p class="small utterances">
      <span class="muted">${i}</span>
      ${n.map((e,t)=>v`<a href=${h(`utterance`,e)}>${this.called(r.get(e),t)}</a> `)}
      ${e>n.length?v`<span class="muted">${this.t(`today.reasons.and_more`)}</span>`:y}
    </p>`}called(e,t){return e===void 0?this.t(`today.reasons.utterance`,{number:t+1}):this.session?.format.time(e)}others({streamed:e,announced:t,contacted:n}){return e.length+t.length+n.length===0?y:v`<section>
      <h3>${this.t(`today.reasons.others`)}</h3>
      <ul>
        ${e.map(e=>this.stream(e))} ${t.map(e=>this.announcement(e))}
        ${n.map(e=>this.contact(e))}
      </ul>
    </section>`}stream(e){let t=this.session?.format.duration(e.sound_ms)??``,n=e.going_on?`today.reasons.streams`:`today.reasons.streamed`,r=this.t(n,{satellite:x(e.label),engine:x(e.engine),long:t,wakes:e.wakes});return this.other(o,r,this.where(e))}announcement(e){let t=this.t(`today.reasons.announced`,{engine:x(e.engine),count:e.count,words:e.words});return this.other(n,t,this.where(e))}contact(e){let t=this.t(`today.reasons.contacted`,{label:x(e.label),known:e.host?`yes`:`no`,host:x(e.host??``)}),n=e.received_bytes;return this.other(f,t,v`<span class="muted small">${n===null?y:this.session?.format.bytes(n)}</span>`)}other(e,t,n){return v`<li>
      <earshot-icon .path=${e}></earshot-icon>
      <div>
        <p dir="auto">${t}</p>
        <p class="row wrap">${n}</p>
      </div>
    </li>`}};g([_({attribute:!1})],R.prototype,`today`,void 0),R=g([b(`earshot-day-reasons`)],R);function je(e){let{house:t,listened:n,watched:r}=e.sentence;return r===`not_yet`?[V(`today.sentence.not_yet`,`plain`)]:t===`nothing_seen`&&n===`nobody_seen`?[z(e),V(`today.sentence.nothing_nobody_seen`,`unwatched`)]:[z(e),...Ne(e),Fe(e)]}function Me(e){return[`listened`,`left`,`unknown`,`unwatched`,`calm`].find(t=>e.some(e=>e.tone===t))??`plain`}function z({said:e,is_today:t,sentence:n}){return e>0?V(`today.sentence.said`,`plain`,e):n.watched===`in_part`?V(`today.sentence.said_none_seen`,`plain`):V(t?`today.sentence.said_none_yet`:`today.sentence.said_none`,`plain`)}function Ne(e){switch(e.sentence.house){case`left`:return[Pe(e),...B(e)];case`unknown`:return e.unknown>0?B(e):[V(`today.sentence.house_unknown`,`unknown`)];case`nothing_seen`:return[V(`today.sentence.house_nothing_seen`,`unwatched`)];case`nothing_left`:return[V(`today.sentence.house_nothing_left`,`calm`)]}}function Pe({left_house:e,unknown:t,reasons:n}){let r=e-t;return r<=0?V(`today.sentence.house_left`,`left`):V(n.some(e=>e.part===`house`&&e.says===`left`&&e.why!==`ear`)?`today.sentence.house_left_at_least`:`today.sentence.house_left_count`,`left`,r)}function B({unknown:e}){return e>0?[V(`today.sentence.house_unknown_count`,`unknown`,e)]:[]}function Fe({sentence:e,reasons:t}){switch(e.listened){case`somebody`:return V(Re(t),`listened`);case`unknown`:return V(`today.sentence.listened_unknown`,`unknown`);case`nobody_seen`:return V(`today.sentence.listened_nobody_seen`,`unwatched`);case`nobody`:return V(`today.sentence.listened_nobody`,`calm`)}}var Ie=new Set([`sound`]),Le=new Set([`words`,`found`]);function Re(e){let t=e.filter(e=>e.part===`listened`&&e.says===`somebody`),n=e=>t.length>0&&t.every(t=>t.why===`accessed`&&e.has(t.how??``));return n(Ie)?`today.sentence.listened_somebody`:n(Le)?`today.sentence.read_somebody`:`today.sentence.listened_or_read_somebody`}function V(e,t,n){return{key:e,tone:t,values:n===void 0?{}:{count:n}}}var H=class extends d{constructor(...e){super(...e),this.today=void 0,this.brief=!1,this.open=!1}static{this.styles=[...d.styles,i`
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
    `]}render(){let{today:e}=this;if(e===void 0)return y;let t=je(e);return v`
      <p class="said" role="status" data-tone=${Me(t)}>
        ${t.map(e=>v`${this.clause(e)} `)}
      </p>
      <slot></slot>
      ${this.brief||e.sentence.watched===`not_yet`?y:this.reasons(e)}
    `}clause({key:e,values:t,tone:n}){return v`<span class=${n}>${this.t(e,t)}</span>`}reasons(e){return v`
      <button class="plain" aria-expanded=${this.open?`true`:`false`} aria-controls="reasons" @click=${()=>{this.open=!this.open}}>
        ${this.t(`today.how_we_know`)}<earshot-icon .path=${this.open?te:oe}></earshot-icon>
      </button>
      <div id="reasons" ?hidden=${!this.open}>
        ${this.open?v`<earshot-day-reasons .session=${this.session} .today=${e}></earshot-day-reasons>`:y}
      </div>
    `}};g([_({attribute:!1})],H.prototype,`today`,void 0),g([_({type:Boolean,reflect:!0})],H.prototype,`brief`,void 0),g([l()],H.prototype,`open`,void 0),H=g([b(`earshot-day-sentence`)],H);var U=class{constructor(e,t=30){this.host=e,this.seconds=t,e.addController(this)}get now(){return Date.now()}hostConnected(){this.timer=window.setInterval(()=>this.host.requestUpdate(),this.seconds*1e3)}hostDisconnected(){window.clearInterval(this.timer)}},W={said:c,false_wake:e,outside:le,blocked:se,unknown:ce,left_house:s,listened:u},G=i`
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
`,K=class extends d{constructor(...e){super(...e),this.satellites=[]}static{this.styles=[...d.styles,G,i`
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
    `]}render(){let e=this.satellites.flatMap(e=>e.marks.map(t=>({mark:t,label:e.label}))).sort((e,t)=>Date.parse(t.mark.at)-Date.parse(e.mark.at));return v`<table>
      <caption class="visually-hidden">${this.t(`today.strip.title`)}</caption>
      <thead>
        <tr>
          <th scope="col">${this.t(`today.table.time`)}</th>
          <th scope="col">${this.t(`today.table.satellite`)}</th>
          <th scope="col">${this.t(`today.table.what`)}</th>
        </tr>
      </thead>
      <tbody>${e.map(({mark:e,label:t})=>this.row(e,t))}</tbody>
    </table>`}row(e,t){return v`<tr>
      <td><a href=${h(`utterance`,e.utterance_id)}>${this.session?.format.time(e.at,!0)}</a></td>
      <td dir="auto">${t??this.t(`today.strip.unknown_satellite`)}</td>
      <td>
        <div class="sorts">
          ${e.sorts.map(e=>v`<span class=${e}>
              <earshot-icon .path=${W[e]}></earshot-icon><b>${this.t(`today.sort.${e}`)}</b>
            </span>`)}
          ${e.open?v`<span class="muted">${this.t(`words.outcome.open`)}</span>`:y}
        </div>
      </td>
    </tr>`}};g([_({attribute:!1})],K.prototype,`satellites`,void 0),K=g([b(`earshot-day-table`)],K);function ze({key:e,target:t},n,r){let i=n.indexOf(t);if(i===-1)return;let a=r?`ArrowLeft`:`ArrowRight`,o=r?`ArrowRight`:`ArrowLeft`;switch(e){case a:return n[i+1];case o:return n[i-1];case`Home`:return n[0];case`End`:return n.at(-1);default:return}}var Be=i`
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
`,q=i`
  .hatch {
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--es-outline) 60%, transparent) 0 2px,
      color-mix(in srgb, var(--es-outline) 14%, transparent) 2px 8px
    );
  }
`,Ve=i`
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
`,He=28,J=class extends d{constructor(...e){super(...e),this.day=void 0,this.satellite=void 0}static{this.styles=[...d.styles,G,q,Ve,i`
      .count {
        font-size: 0.875rem;
        font-weight: 400;
      }
    `]}render(){let{day:e,satellite:t}=this;if(e===void 0)return y;let n=t===void 0?[]:P(t.marks,e.line,e.width,He),r=n.find(e=>Y(e)===this.opened);return v`
      ${t===void 0?this.nobody():this.heading(t)}
      <div class="track">
        ${this.ground(e)}
        <ul class="marks" @keydown=${this.move}>${n.map(e=>this.group(e,n))}</ul>
      </div>
      ${r===void 0||r.marks.length<2?y:this.gathered(r)}
    `}nobody(){return v`<p class="name muted">${this.t(`today.strip.nothing_said`)}</p>`}heading(e){return v`<h3 class="name">
      <span dir="auto" title=${this.label(e)}>${this.label(e)}</span>
      <span class="muted count">${this.t(`today.strip.count`,{count:e.count})}</span>
    </h3>`}label({label:e}){return e??this.t(`today.strip.unknown_satellite`)}ground({line:e,until:t,isToday:n,spans:r,ticks:i}){let a=N(e,t);return v`
      <div class="past" style=${S({width:Z(a)})}></div>
      ${i.map(t=>v`<div class="tick" style=${S(X(N(e,t)))}></div>`)}
      ${r.map(({from:e,to:t})=>v`<div class="hatch" style=${S({...X(e),width:Z(t-e)})}></div>`)}
      ${n?v`<div class="now" style=${S(X(a))}></div>`:y}
    `}group(e,t){let n=Y(e),r=(t.find(e=>Y(e)===this.current)??t.at(-1))===e?0:-1,[i]=e.marks;return v`<li style=${S(X(e.at))}>
      ${e.marks.length>1||i===void 0?this.many(e,n,r):this.one(i,n,r)}
    </li>`}one(e,t,n){let r=this.nameOf(e);return v`<a
      class=${C({mark:!0,[e.sort]:!0,open:e.open})}
      href=${h(`utterance`,e.utterance_id)}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      @focus=${this.focused}
      ><earshot-icon .path=${W[e.sort]}></earshot-icon
    ></a>`}many(e,t,n){let r=this.t(`today.strip.many`,{count:e.marks.length,span:this.spanOf(e),sort:this.t(`today.sort.${e.sort}`)}),i=t===this.opened,a=()=>{this.opened=i?void 0:t};return v`<button
      class=${C({mark:!0,many:!0,[e.sort]:!0,open:e.marks.some(e=>e.open)})}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      aria-expanded=${i?`true`:`false`}
      @click=${a}
      @focus=${this.focused}
    >
      <earshot-icon .path=${W[e.sort]}></earshot-icon>${this.session?.format.number(e.marks.length)}
    </button>`}gathered(e){return v`<div class="below">
      <ul class="gathered" aria-label=${this.spanOf(e)}>
        ${e.marks.map(e=>v`<li>
            <a href=${h(`utterance`,e.utterance_id)}>
              <earshot-icon class=${e.sort} .path=${W[e.sort]}></earshot-icon>
              <span aria-hidden="true">${this.session?.format.time(e.at,!0)}</span>
              <span class="visually-hidden">${this.nameOf(e)}</span>
            </a>
          </li>`)}
      </ul>
    </div>`}nameOf(e){let t=this.session?.format.list(e.sorts.map(e=>this.t(`today.sort.${e}`)))??``,n=this.satellite===void 0?``:this.label(this.satellite);return this.t(e.open?`today.strip.mark_open`:`today.strip.mark`,{time:this.session?.format.time(e.at),satellite:n,sorts:t})}spanOf({marks:e}){let[t]=e,n=e.at(-1);return t===void 0||n===void 0||this.session===void 0?``:this.session.format.timeRange(t.at,n.at)}focused(e){this.current=e.currentTarget.dataset.key}move(e){let t=ze(e,[...this.renderRoot.querySelectorAll(`.mark`)??[]],getComputedStyle(this).direction===`rtl`);t!==void 0&&(e.preventDefault(),t.focus())}};g([_({attribute:!1})],J.prototype,`day`,void 0),g([_({attribute:!1})],J.prototype,`satellite`,void 0),g([l()],J.prototype,`opened`,void 0),g([l()],J.prototype,`current`,void 0),g([p(`.track`)],J.prototype,`track`,void 0),J=g([b(`earshot-lane`)],J);function Y(e){return e.marks[0]?.utterance_id??``}function X(e){return{insetInlineStart:Z(e)}}function Z(e){return`${(e*100).toFixed(3)}%`}function Q({day:e},t={}){return h(`ledger`,void 0,{from:e,to:e,...t})}function Ue(e){return h(`ledger`,void 0,{[`${e}_kept`]:`true`})}var We=320,Ge=520,$=class extends d{constructor(...e){super(...e),this.today=void 0,this.compact=!1,this.width=We,this.listed=!1,this.ticking=new U(this)}static{this.styles=[...d.styles,G,q,Be,i`
      .legend earshot-icon {
        width: 16px;
        height: 16px;
      }
    `]}connectedCallback(){super.connectedCallback(),typeof ResizeObserver<`u`&&(this.observer=new ResizeObserver(()=>this.measure()),this.observer.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.observer?.disconnect()}updated(){this.measure()}render(){let{today:e,session:t}=this;if(e===void 0||t===void 0)return y;let n=this.day(e,t.hass().config.time_zone),r=e.satellites.length>0?e.satellites:[void 0];return v`
      <div class="axis" aria-hidden="true">
        <div class="hours">
          ${n.ticks.map(e=>v`<span style=${S({insetInlineStart:`${N(n.line,e)*100}%`})}
                >${t.format.time(new Date(e))}</span
              >`)}
        </div>
      </div>
      <ul class="lanes" aria-label=${this.t(`today.strip.title`)}>
        ${r.map(e=>v`<li>${this.lane(e,n)}</li>`)}
      </ul>
      ${this.compact?y:this.below(e)}
    `}day(e,t){let n=M(e),r=Math.min(this.ticking.now,n.ended);return{line:n,until:e.is_today?r:n.ended,isToday:e.is_today,spans:be(e.gaps,n,r),ticks:xe(n,this.width<Ge?6:3,t),width:this.width}}lane(e,t){return v`<earshot-lane .session=${this.session} .satellite=${e} .day=${t}></earshot-lane>`}below(e){let t=ye(e);return v`
      <ul class="legend" aria-label=${this.t(`today.strip.legend`)}>
        ${t.map(e=>v`<li>
            <earshot-icon class=${e} .path=${W[e]}></earshot-icon>${this.t(`today.sort.${e}`)}
          </li>`)}
        ${e.gaps.length>0?v`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:y}
      </ul>
      ${e.gaps.length>0?v`<ul class="gaps">${e.gaps.map(t=>this.gap(t,e))}</ul>`:y}
      ${e.satellites.map(t=>this.more(t,e))} ${t.length>0?this.list(e):y}
    `}gap(e,t){return this.session===void 0?y:v`<li>${I(e,t,this.t,this.session.format)}</li>`}more(e,t){if(e.more===0)return y;let n=e.label??this.t(`today.strip.unknown_satellite`);return v`<p class="small">
      <a href=${Q(t,e.name===null?{}:{satellite:e.name})}
        >${this.t(`today.strip.more`,{count:e.more,satellite:x(n)})}</a
      >
    </p>`}list(e){return v`
      <button class="plain list" aria-expanded=${this.listed?`true`:`false`} @click=${()=>{this.listed=!this.listed}}>
        <earshot-icon .path=${ee}></earshot-icon>
        ${this.t(this.listed?`today.strip.hide_list`:`today.strip.show_list`)}
      </button>
      ${this.listed?v`<earshot-day-table .session=${this.session} .satellites=${e.satellites}></earshot-day-table>`:y}
    `}measure(){let e=this.axis?.clientWidth??0;e>0&&e!==this.width&&(this.width=e)}};g([_({attribute:!1})],$.prototype,`today`,void 0),g([_({type:Boolean,reflect:!0})],$.prototype,`compact`,void 0),g([l()],$.prototype,`width`,void 0),g([l()],$.prototype,`listed`,void 0),g([p(`.hours`)],$.prototype,`axis`,void 0),$=g([b(`earshot-day-strip`)],$);export{G as a,w as c,W as i,Ue as n,U as o,q as r,fe as s,Q as t};