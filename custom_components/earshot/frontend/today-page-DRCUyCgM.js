import{A as e,C as t,Ct as n,D as r,F as i,Ft as a,G as o,I as s,Lt as c,M as ee,Mt as te,N as ne,St as re,W as ie,X as ae,a as l,b as oe,bt as se,d as u,et as ce,f as d,ft as le,g as f,gt as ue,h as de,ht as fe,j as pe,jt as me,k as he,l as ge,m as p,mt as _e,o as m,p as h,pt as g,r as ve,s as _,t as v,u as ye,v as y,x as b,z as be}from"./panel-CEyZt0z-.js";import{i as x,n as xe,t as Se}from"./badge-DBzJHrvg.js";import{t as Ce}from"./page-D56EaiJQ.js";import{n as we,r as S,t as Te}from"./directive-BSZPiF1A.js";var Ee=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.apply=n,this.args=r,this.state={kind:`loading`},this.turn=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostConnected(){this.host.requestUpdate()}hostUpdate(){let{session:e}=this.host,t=this.args();if(t===void 0&&this.followed!==void 0&&this.stop(),e===void 0||t===void 0)return;let n=JSON.stringify(t),r=this.failedIn!==void 0&&this.failedIn!==e.generation;(n!==this.followed||r)&&this.begin(e,t,n)}hostDisconnected(){this.stop()}again(){this.stop(),this.host.requestUpdate()}begin({client:e,generation:t},n,r){this.stop(),this.followed=r;let{turn:i}=this,a=e=>{this.turn===i&&this.take(e)};this.end=e.follow(this.type,n,a).catch(e=>{this.turn===i&&this.fail(ge.from(e),t)})}take(e){if(De(e)){let t=new ge(e.code,e.type);this.state.kind===`ready`?this.interrupted=t:this.state={kind:`failed`,error:t}}else{this.interrupted=void 0;let t=this.apply(this.value,e);t!==void 0&&(this.state={kind:`ready`,value:t})}this.host.requestUpdate()}fail(e,t){this.failedIn=t,this.state={kind:`failed`,error:e},this.host.requestUpdate()}stop(){this.turn++,this.followed=void 0,this.failedIn=void 0,this.end?.then(e=>e?.()),this.end=void 0}};function De(e){return typeof e==`object`&&!!e&&`type`in e&&e.type===`unavailable`}function C(e){return`\u2068${e}\u2069`}function Oe(e,t){if(t.type===`now`)return t;if(e===void 0)return;let n=new Map(t.satellites.map(e=>[e.entity_id,e]));return{satellites:[...e.satellites.filter(e=>!n.has(e.entity_id)&&!t.gone.includes(e.entity_id)),...t.satellites].sort((e,t)=>e.label.localeCompare(t.label)),others:t.others??e.others}}function w(e){let{state:t,streams_to:n,captured:r}=e;if(t===`unavailable`)return E(`now.satellite.unavailable`,`unknown`);let i=r?`captured`:je(n,t===`listening`);return E(`now.satellite.${ke(e)}`,i)}function ke({state:e,listening_for:t,wake:n,muted:r}){return e===`listening`?t===`command`?`listening_command`:`listening_wake_word`:e===`idle`?r?`muted`:n===`on_device`?`idle_on_device`:`idle`:e}function T(e){let t={label:C(e.label??``),known:e.label?`yes`:`no`};if(e.kind===`capture`)return{key:`now.other.capture`,values:t,tone:`captured`};let n=je(e.streams_to,e.state===`listening`);return e.kind===`stt_api`?{key:`now.other.stt_api`,values:t,tone:n}:{key:`now.other.run_${Ae(e)}`,values:t,tone:n}}function Ae({state:e,listening_for:t}){return e===`responding`||e===`processing`?e:t===`wake_word`?`listening_wake_word`:`listening_command`}function je(e,t){return e?.place===`unknown`?`unknown`:e&&xe(e.place)?`left`:t||e?`heard`:`quiet`}function Me({satellites:e,others:t}){let n=[...e.map(e=>w(e).tone),...t.map(e=>T(e).tone)],r=e=>n.filter(t=>t===e).length;return r(`captured`)>0?E(`now.summary.captured`,`captured`):r(`left`)>0?{...E(`now.summary.left`,`left`),values:{count:r(`left`)}}:r(`unknown`)>0?{...E(`now.summary.unknown`,`unknown`),values:{count:r(`unknown`)}}:r(`heard`)>0?{...E(`now.summary.heard`,`heard`),values:{count:r(`heard`)}}:E(e.length===0?`now.summary.no_satellites`:`now.summary.quiet`,`quiet`)}function E(e,t){return{key:e,values:{},tone:t}}var Ne=y`
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
`,Pe={idle:ue,listening:g,processing:_e,responding:c,unavailable:ce},Fe={capture:se,run:r,stt_api:oe},D=class extends m{constructor(...e){super(...e),this.now=void 0}static{this.styles=[...m.styles,Ne]}render(){let{now:e}=this;if(e===void 0)return p;let t=Me(e);return f`
      <p class="summary ${t.tone}" role="status">${this.t(t.key,t.values)}</p>
      <ul>
        ${e.others.map(e=>f`<li class=${T(e).tone}>${this.other(e)}</li>`)}
        ${e.satellites.map(e=>f`<li class=${w(e).tone}>${this.satellite(e)}</li>`)}
      </ul>
    `}satellite(e){let t=e.state===`idle`&&e.muted?fe:Pe[e.state];return f`
      <earshot-icon .path=${t}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.label}</bdi>
          ${e.area===null||e.area===e.label?p:f`<bdi class="muted small">${e.area}</bdi>`}
        </p>
        ${this.doing(w(e))} ${this.stream(e.streams_to)} ${this.wake(e)} ${this.flags(e)}
      </div>
    `}other(e){return f`
      <earshot-icon .path=${Fe[e.kind]}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.kind===`run`&&e.user?e.user:this.t(`now.other.name.${e.kind}`)}</bdi>
        </p>
        ${this.doing(T(e))} ${this.stream(e.streams_to)}
      </div>
    `}doing({key:e,values:t}){return f`<p class="doing" dir="auto">${this.t(e,t)}</p>`}stream(e){if(e===null)return p;let t=e.ear===null?this.t(`now.stream.gate`):this.t(`now.stream.engine`,{known:e.label===``?`no`:`yes`,engine:C(e.label)});return f`
      <p class="small" dir="auto">${t}</p>
      <p class="row wrap">
        <earshot-place .session=${this.session} .place=${e.place}></earshot-place>
        <earshot-evidence .session=${this.session} .evidence=${e.evidence}></earshot-evidence>
      </p>
    `}wake({state:e,streams_to:t,wake:n,muted:r,wake_evidence:i}){return e!==`idle`||t!==null||r||n!==`on_device`?p:f`<earshot-evidence .session=${this.session} .evidence=${i}></earshot-evidence>`}flags(e){let t=e.off_the_record_until;return[e.captured?this.t(`now.flag.captured`):void 0,e.muted&&e.state!==`idle`&&e.state!==`unavailable`?this.t(`now.flag.muted`):void 0,e.off_the_record?this.t(`now.flag.off_the_record`,{ends:t===null?`no`:`yes`,until:t===null?``:this.session?.format.time(t)}):void 0].filter(e=>e!==void 0).map(e=>f`<p class="small flag">${e}</p>`)}};_([d({attribute:!1})],D.prototype,`now`,void 0),D=_([h(`earshot-now-strip`)],D);var O=[`said`,`false_wake`,`outside`,`blocked`,`unknown`,`left_house`,`listened`];function k(e){return{began:Date.parse(e.began),ended:Date.parse(e.ended)}}function A({began:e,ended:t},n){return Math.min(1,Math.max(0,(n-e)/(t-e)))}function Ie(e,t,n,r){let i=Math.min(.5,r/n/2),a=[];for(let n of[...e].sort((e,t)=>Date.parse(e.at)-Date.parse(t.at))){let e=Math.min(1-i,Math.max(i,A(t,Date.parse(n.at)))),r=a.at(-1);r!==void 0&&e-r.at<i*1.99?r.marks.push(n):a.push({at:e,marks:[n]})}return a.map(e=>({...e,sort:Le(e.marks.map(e=>e.sort))}))}function Le(e){return O[Math.max(...e.map(e=>O.indexOf(e)))]??`unknown`}function Re(e){let t=new Set(e.satellites.flatMap(e=>e.marks.map(e=>e.sort)));return O.filter(e=>t.has(e))}function ze(e,t,n){return e.map(e=>({from:A(t,Date.parse(e.began)),to:A(t,e.ended===null?n:Date.parse(e.ended)),gap:e})).filter(({from:e,to:t})=>t>e)}function Be({began:e,ended:t},n,r){let i=new Intl.DateTimeFormat(`en`,{timeZone:r,hour:`numeric`,minute:`numeric`,hourCycle:`h23`}),a=new Set,o=[];for(let r=e;r<t;r+=9e5){let[e=0,t]=i.formatToParts(r).flatMap(e=>Ve(e));t===0&&e%n===0&&!a.has(e)&&(a.add(e),o.push(r))}return o}function Ve({type:e,value:t}){return e===`literal`?[]:[Number(t)]}var He=[`house`,`listened`],Ue=new Set([`words`,`sound`,`export`,`found`]);function We(e){let{why:t,who:n,how:r}=e;return{key:Ge(e),values:{who:C(n),how:C(r??``),known:n===``?`no`:`yes`,why:t},reason:e}}function Ge({why:e,how:t}){return e===`accessed`?`today.why.accessed_${Ue.has(t??``)?t:`other`}`:`today.why.${e}`}var Ke=new Set([`not_running`,`ledger_unavailable`,`vault_failed`,`entries_missing`,`before_earshot`,`too_many_gaps`]);function qe(e){return`today.gap.${Ke.has(e)?e:`other`}`}function Je(e,t,n,r){let{began:i,ended:a}=k(t),o=Date.parse(e.began),s=e.ended===null?void 0:Date.parse(e.ended),c={from:r.time(new Date(o)),to:s===void 0?``:r.time(new Date(s)),reason:n(qe(e.reason))};return n(s===void 0?`today.strip.gap_open`:o<=i?s>=a?`today.strip.gap_whole`:`today.strip.gap_until`:s>=a?`today.strip.gap_from`:`today.strip.gap`,c)}function Ye({sentence:{watched:e}}){return e===`in_part`?void 0:`today.reasons.watched_${e}`}function Xe(e){return new Map(e.satellites.flatMap(e=>e.marks.map(e=>[e.utterance_id,e.at])))}var Ze=y`
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
`,j=class extends m{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...m.styles,Ze]}render(){let{today:e}=this;if(e===void 0)return p;let t=Xe(e);return f`${He.map(n=>this.section(n,e,t))} ${this.watched(e)} ${this.others(e)}
      <p class="muted small">${this.t(`today.reasons.limit`)}</p>`}section(e,t,n){let r=t.reasons.filter(t=>t.part===e);return f`<section>
      <h3>${this.t(`today.reasons.${e}`)}</h3>
      ${r.length>0?f`<ul>${r.map(e=>this.reason(e,n))}</ul>`:f`<p class="muted">${this.t(`today.reasons.no_${e}`)}</p>`}
    </section>`}watched(e){let t=Ye(e);return f`<section>
      <h3>${this.t(`today.reasons.watched`)}</h3>
      ${t===void 0?p:f`<p class="muted">${this.t(t)}</p>`}
      <ul>${e.gaps.map(t=>this.gap(t,e))}</ul>
    </section>`}gap(e,t){return this.session===void 0?p:f`<li>${Je(e,t,this.t,this.session.format)}</li>`}reason(e,t){let{key:n,values:r}=We(e);return f`<li>
      ${e.ear===null?p:f`<earshot-icon .path=${Se[e.ear]}></earshot-icon>`}
      <div>
        <p>
          <span dir="auto">${this.t(n,r)}</span>
          ${e.ear===null?p:f`<span class="muted small">${this.t(`words.ear.${e.ear}`)}</span>`}
        </p>
        <p class="row wrap">${this.where(e)}</p>
        ${e.utterance_ids.length===0?this.when(e):this.utterances(e,t)}
      </div>
    </li>`}where({place:e,evidence:t}){return f`${e===null?p:f`<earshot-place .session=${this.session} .place=${e}></earshot-place>`}
    ${t===null?p:f`<earshot-evidence .session=${this.session} .evidence=${t}></earshot-evidence>`}`}when({last_at:e}){return e===null?p:f`<p class="muted small">${this.session?.format.moment(e)}</p>`}utterances({count:e,at_least:t,utterance_ids:n},r){let i=this.t(t?`today.reasons.utterances_at_least`:`today.reasons.utterances`,{count:e});return f`<p class="small utterances">
      <span class="muted">${i}</span>
      ${n.map((e,t)=>f`<a href=${v(`utterance`,e)}>${this.called(r.get(e),t)}</a> `)}
      ${e>n.length?f`<span class="muted">${this.t(`today.reasons.and_more`)}</span>`:p}
    </p>`}called(e,t){return e===void 0?this.t(`today.reasons.utterance`,{number:t+1}):this.session?.format.time(e)}others({streamed:e,announced:t,contacted:n}){return e.length+t.length+n.length===0?p:f`<section>
      <h3>${this.t(`today.reasons.others`)}</h3>
      <ul>
        ${e.map(e=>this.stream(e))} ${t.map(e=>this.announcement(e))}
        ${n.map(e=>this.contact(e))}
      </ul>
    </section>`}stream(e){let t=this.session?.format.duration(e.sound_ms)??``,n=e.going_on?`today.reasons.streams`:`today.reasons.streamed`,r=this.t(n,{satellite:C(e.label),engine:C(e.engine),long:t,wakes:e.wakes});return this.other(g,r,this.where(e))}announcement(e){let t=this.t(`today.reasons.announced`,{engine:C(e.engine),count:e.count,words:e.words});return this.other(c,t,this.where(e))}contact(e){let t=this.t(`today.reasons.contacted`,{label:C(e.label),known:e.host?`yes`:`no`,host:C(e.host??``)}),n=e.received_bytes;return this.other(o,t,f`<span class="muted small">${n===null?p:this.session?.format.bytes(n)}</span>`)}other(e,t,n){return f`<li>
      <earshot-icon .path=${e}></earshot-icon>
      <div>
        <p dir="auto">${t}</p>
        <p class="row wrap">${n}</p>
      </div>
    </li>`}};_([d({attribute:!1})],j.prototype,`today`,void 0),j=_([h(`earshot-day-reasons`)],j);function Qe(e){let{house:t,listened:n,watched:r}=e.sentence;return r===`not_yet`?[M(`today.sentence.not_yet`,`plain`)]:t===`nothing_seen`&&n===`nobody_seen`?[et(e),M(`today.sentence.nothing_nobody_seen`,`unwatched`)]:[et(e),...tt(e),it(e)]}function $e(e){return[`listened`,`left`,`unknown`,`unwatched`,`calm`].find(t=>e.some(e=>e.tone===t))??`plain`}function et({said:e,is_today:t,sentence:n}){return e>0?M(`today.sentence.said`,`plain`,e):n.watched===`in_part`?M(`today.sentence.said_none_seen`,`plain`):M(t?`today.sentence.said_none_yet`:`today.sentence.said_none`,`plain`)}function tt(e){switch(e.sentence.house){case`left`:return[nt(e),...rt(e)];case`unknown`:return e.unknown>0?rt(e):[M(`today.sentence.house_unknown`,`unknown`)];case`nothing_seen`:return[M(`today.sentence.house_nothing_seen`,`unwatched`)];case`nothing_left`:return[M(`today.sentence.house_nothing_left`,`calm`)]}}function nt({left_house:e,unknown:t,reasons:n}){let r=e-t;return r<=0?M(`today.sentence.house_left`,`left`):M(n.some(e=>e.part===`house`&&e.says===`left`&&e.why!==`ear`)?`today.sentence.house_left_at_least`:`today.sentence.house_left_count`,`left`,r)}function rt({unknown:e}){return e>0?[M(`today.sentence.house_unknown_count`,`unknown`,e)]:[]}function it({sentence:e,reasons:t}){switch(e.listened){case`somebody`:return M(st(t),`listened`);case`unknown`:return M(`today.sentence.listened_unknown`,`unknown`);case`nobody_seen`:return M(`today.sentence.listened_nobody_seen`,`unwatched`);case`nobody`:return M(`today.sentence.listened_nobody`,`calm`)}}var at=new Set([`sound`]),ot=new Set([`words`,`found`]);function st(e){let t=e.filter(e=>e.part===`listened`&&e.says===`somebody`),n=e=>t.length>0&&t.every(t=>t.why===`accessed`&&e.has(t.how??``));return n(at)?`today.sentence.listened_somebody`:n(ot)?`today.sentence.read_somebody`:`today.sentence.listened_or_read_somebody`}function M(e,t,n){return{key:e,tone:t,values:n===void 0?{}:{count:n}}}var N=class extends m{constructor(...e){super(...e),this.today=void 0,this.brief=!1,this.open=!1}static{this.styles=[...m.styles,y`
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
    `]}render(){let{today:e}=this;if(e===void 0)return p;let t=Qe(e);return f`
      <p class="said" role="status" data-tone=${$e(t)}>
        ${t.map(e=>f`${this.clause(e)} `)}
      </p>
      <slot></slot>
      ${this.brief||e.sentence.watched===`not_yet`?p:this.reasons(e)}
    `}clause({key:e,values:t,tone:n}){return f`<span class=${n}>${this.t(e,t)}</span>`}reasons(t){return f`
      <button class="plain" aria-expanded=${this.open?`true`:`false`} aria-controls="reasons" @click=${()=>{this.open=!this.open}}>
        ${this.t(`today.how_we_know`)}<earshot-icon .path=${this.open?ne:e}></earshot-icon>
      </button>
      <div id="reasons" ?hidden=${!this.open}>
        ${this.open?f`<earshot-day-reasons .session=${this.session} .today=${t}></earshot-day-reasons>`:p}
      </div>
    `}};_([d({attribute:!1})],N.prototype,`today`,void 0),_([d({type:Boolean,reflect:!0})],N.prototype,`brief`,void 0),_([u()],N.prototype,`open`,void 0),N=_([h(`earshot-day-sentence`)],N);var ct=`important`,lt=` !`+ct,P=Te(class extends we{constructor(e){if(super(e),e.type!==S.ATTRIBUTE||e.name!==`style`||e.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(e){return Object.keys(e).reduce((t,n)=>{let r=e[n];return r==null?t:t+`${n=n.includes(`-`)?n:n.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,`-$&`).toLowerCase()}:${r};`},``)}update(e,[t]){let{style:n}=e.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let e of this.ft)t[e]??(this.ft.delete(e),e.includes(`-`)?n.removeProperty(e):n[e]=null);for(let e in t){let r=t[e];if(r!=null){this.ft.add(e);let t=typeof r==`string`&&r.endsWith(lt);e.includes(`-`)||t?n.setProperty(e,t?r.slice(0,-11):r,t?ct:``):n[e]=r}}return de}}),ut=class{constructor(e,t=30){this.host=e,this.seconds=t,e.addController(this)}get now(){return Date.now()}hostConnected(){this.timer=window.setInterval(()=>this.host.requestUpdate(),this.seconds*1e3)}hostDisconnected(){window.clearInterval(this.timer)}},F={said:i,false_wake:s,outside:me,blocked:be,unknown:n,left_house:a,listened:te},I=y`
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
`,L=class extends m{constructor(...e){super(...e),this.satellites=[]}static{this.styles=[...m.styles,I,y`
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
              <earshot-icon .path=${F[e]}></earshot-icon><b>${this.t(`today.sort.${e}`)}</b>
            </span>`)}
          ${e.open?f`<span class="muted">${this.t(`words.outcome.open`)}</span>`:p}
        </div>
      </td>
    </tr>`}};_([d({attribute:!1})],L.prototype,`satellites`,void 0),L=_([h(`earshot-day-table`)],L);var R=Te(class extends we{constructor(e){if(super(e),e.type!==S.ATTRIBUTE||e.name!==`class`||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return` `+Object.keys(e).filter(t=>e[t]).join(` `)+` `}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(` `).split(/\s/).filter(e=>e!==``)));for(let e in t)t[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(t)}let n=e.element.classList;for(let e of this.st)e in t||(n.remove(e),this.st.delete(e));for(let e in t){let r=!!t[e];r===this.st.has(e)||this.nt?.has(e)||(r?(n.add(e),this.st.add(e)):(n.remove(e),this.st.delete(e)))}return de}});function dt({key:e,target:t},n,r){let i=n.indexOf(t);if(i===-1)return;let a=r?`ArrowLeft`:`ArrowRight`,o=r?`ArrowRight`:`ArrowLeft`;switch(e){case a:return n[i+1];case o:return n[i-1];case`Home`:return n[0];case`End`:return n.at(-1);default:return}}var ft=y`
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
`,z=y`
  .hatch {
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--es-outline) 60%, transparent) 0 2px,
      color-mix(in srgb, var(--es-outline) 14%, transparent) 2px 8px
    );
  }
`,pt=y`
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
`,mt=28,B=class extends m{constructor(...e){super(...e),this.day=void 0,this.satellite=void 0}static{this.styles=[...m.styles,I,z,pt,y`
      .count {
        font-size: 0.875rem;
        font-weight: 400;
      }
    `]}render(){let{day:e,satellite:t}=this;if(e===void 0)return p;let n=t===void 0?[]:Ie(t.marks,e.line,e.width,mt),r=n.find(e=>V(e)===this.opened);return f`
      ${t===void 0?this.nobody():this.heading(t)}
      <div class="track">
        ${this.ground(e)}
        <ul class="marks" @keydown=${this.move}>${n.map(e=>this.group(e,n))}</ul>
      </div>
      ${r===void 0||r.marks.length<2?p:this.gathered(r)}
    `}nobody(){return f`<p class="name muted">${this.t(`today.strip.nothing_said`)}</p>`}heading(e){return f`<h3 class="name">
      <span dir="auto" title=${this.label(e)}>${this.label(e)}</span>
      <span class="muted count">${this.t(`today.strip.count`,{count:e.count})}</span>
    </h3>`}label({label:e}){return e??this.t(`today.strip.unknown_satellite`)}ground({line:e,until:t,isToday:n,spans:r,ticks:i}){let a=A(e,t);return f`
      <div class="past" style=${P({width:U(a)})}></div>
      ${i.map(t=>f`<div class="tick" style=${P(H(A(e,t)))}></div>`)}
      ${r.map(({from:e,to:t})=>f`<div class="hatch" style=${P({...H(e),width:U(t-e)})}></div>`)}
      ${n?f`<div class="now" style=${P(H(a))}></div>`:p}
    `}group(e,t){let n=V(e),r=(t.find(e=>V(e)===this.current)??t.at(-1))===e?0:-1,[i]=e.marks;return f`<li style=${P(H(e.at))}>
      ${e.marks.length>1||i===void 0?this.many(e,n,r):this.one(i,n,r)}
    </li>`}one(e,t,n){let r=this.nameOf(e);return f`<a
      class=${R({mark:!0,[e.sort]:!0,open:e.open})}
      href=${v(`utterance`,e.utterance_id)}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      @focus=${this.focused}
      ><earshot-icon .path=${F[e.sort]}></earshot-icon
    ></a>`}many(e,t,n){let r=this.t(`today.strip.many`,{count:e.marks.length,span:this.spanOf(e),sort:this.t(`today.sort.${e.sort}`)}),i=t===this.opened,a=()=>{this.opened=i?void 0:t};return f`<button
      class=${R({mark:!0,many:!0,[e.sort]:!0,open:e.marks.some(e=>e.open)})}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      aria-expanded=${i?`true`:`false`}
      @click=${a}
      @focus=${this.focused}
    >
      <earshot-icon .path=${F[e.sort]}></earshot-icon>${this.session?.format.number(e.marks.length)}
    </button>`}gathered(e){return f`<div class="below">
      <ul class="gathered" aria-label=${this.spanOf(e)}>
        ${e.marks.map(e=>f`<li>
            <a href=${v(`utterance`,e.utterance_id)}>
              <earshot-icon class=${e.sort} .path=${F[e.sort]}></earshot-icon>
              <span aria-hidden="true">${this.session?.format.time(e.at,!0)}</span>
              <span class="visually-hidden">${this.nameOf(e)}</span>
            </a>
          </li>`)}
      </ul>
    </div>`}nameOf(e){let t=this.session?.format.list(e.sorts.map(e=>this.t(`today.sort.${e}`)))??``,n=this.satellite===void 0?``:this.label(this.satellite);return this.t(e.open?`today.strip.mark_open`:`today.strip.mark`,{time:this.session?.format.time(e.at),satellite:n,sorts:t})}spanOf({marks:e}){let[t]=e,n=e.at(-1);return t===void 0||n===void 0||this.session===void 0?``:this.session.format.timeRange(t.at,n.at)}focused(e){this.current=e.currentTarget.dataset.key}move(e){let t=dt(e,[...this.renderRoot.querySelectorAll(`.mark`)??[]],getComputedStyle(this).direction===`rtl`);t!==void 0&&(e.preventDefault(),t.focus())}};_([d({attribute:!1})],B.prototype,`day`,void 0),_([d({attribute:!1})],B.prototype,`satellite`,void 0),_([u()],B.prototype,`opened`,void 0),_([u()],B.prototype,`current`,void 0),_([ye(`.track`)],B.prototype,`track`,void 0),B=_([h(`earshot-lane`)],B);function V(e){return e.marks[0]?.utterance_id??``}function H(e){return{insetInlineStart:U(e)}}function U(e){return`${(e*100).toFixed(3)}%`}function ht({day:e},t={}){return v(`ledger`,void 0,{from:e,to:e,...t})}function gt(e){return v(`ledger`,void 0,{[`${e}_kept`]:`true`})}var _t=320,vt=520,W=class extends m{constructor(...e){super(...e),this.today=void 0,this.compact=!1,this.width=_t,this.listed=!1,this.ticking=new ut(this)}static{this.styles=[...m.styles,I,z,ft,y`
      .legend earshot-icon {
        width: 16px;
        height: 16px;
      }
    `]}connectedCallback(){super.connectedCallback(),typeof ResizeObserver<`u`&&(this.observer=new ResizeObserver(()=>this.measure()),this.observer.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.observer?.disconnect()}updated(){this.measure()}render(){let{today:e,session:t}=this;if(e===void 0||t===void 0)return p;let n=this.day(e,t.hass().config.time_zone),r=e.satellites.length>0?e.satellites:[void 0];return f`
      <div class="axis" aria-hidden="true">
        <div class="hours">
          ${n.ticks.map(e=>f`<span style=${P({insetInlineStart:`${A(n.line,e)*100}%`})}
                >${t.format.time(new Date(e))}</span
              >`)}
        </div>
      </div>
      <ul class="lanes" aria-label=${this.t(`today.strip.title`)}>
        ${r.map(e=>f`<li>${this.lane(e,n)}</li>`)}
      </ul>
      ${this.compact?p:this.below(e)}
    `}day(e,t){let n=k(e),r=Math.min(this.ticking.now,n.ended);return{line:n,until:e.is_today?r:n.ended,isToday:e.is_today,spans:ze(e.gaps,n,r),ticks:Be(n,this.width<vt?6:3,t),width:this.width}}lane(e,t){return f`<earshot-lane .session=${this.session} .satellite=${e} .day=${t}></earshot-lane>`}below(e){let t=Re(e);return f`
      <ul class="legend" aria-label=${this.t(`today.strip.legend`)}>
        ${t.map(e=>f`<li>
            <earshot-icon class=${e} .path=${F[e]}></earshot-icon>${this.t(`today.sort.${e}`)}
          </li>`)}
        ${e.gaps.length>0?f`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:p}
      </ul>
      ${e.gaps.length>0?f`<ul class="gaps">${e.gaps.map(t=>this.gap(t,e))}</ul>`:p}
      ${e.satellites.map(t=>this.more(t,e))} ${t.length>0?this.list(e):p}
    `}gap(e,t){return this.session===void 0?p:f`<li>${Je(e,t,this.t,this.session.format)}</li>`}more(e,t){if(e.more===0)return p;let n=e.label??this.t(`today.strip.unknown_satellite`);return f`<p class="small">
      <a href=${ht(t,e.name===null?{}:{satellite:e.name})}
        >${this.t(`today.strip.more`,{count:e.more,satellite:C(n)})}</a
      >
    </p>`}list(e){return f`
      <button class="plain list" aria-expanded=${this.listed?`true`:`false`} @click=${()=>{this.listed=!this.listed}}>
        <earshot-icon .path=${ae}></earshot-icon>
        ${this.t(this.listed?`today.strip.hide_list`:`today.strip.show_list`)}
      </button>
      ${this.listed?f`<earshot-day-table .session=${this.session} .satellites=${e.satellites}></earshot-day-table>`:p}
    `}measure(){let e=this.axis?.clientWidth??0;e>0&&e!==this.width&&(this.width=e)}};_([d({attribute:!1})],W.prototype,`today`,void 0),_([d({type:Boolean,reflect:!0})],W.prototype,`compact`,void 0),_([u()],W.prototype,`width`,void 0),_([u()],W.prototype,`listed`,void 0),_([ye(`.hours`)],W.prototype,`axis`,void 0),W=_([h(`earshot-day-strip`)],W);function yt(e){return[{sort:`listened`,count:e.listened},{sort:`left_house`,count:e.left_house},{sort:`unknown`,count:e.unseen},{sort:`blocked`,count:e.blocked}].filter(e=>e.count>0)}function bt(e,t){if(t===0)return{left:0,said:0,falseWakes:0};let n=Math.min(e.left_house+e.unseen,e.said);return{left:n/t,said:(e.said-n)/t,falseWakes:e.false_wakes/t}}function xt(e){return Math.max(0,...e.days.map(({count:e})=>e.said+e.false_wakes))}function St({unwatched_ms:e}){return Math.min(1,e/864e5)}function Ct(e){return e.count.said+e.count.false_wakes===0&&St(e)>.95}var wt=y`
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
`,Tt=[`day`,`week`,`month`],Et=864e5;function Dt(e,t){let n=Tt.find(t=>t===e.get(`view`))??`day`,r=e.get(`day`)??``;return{view:n,day:Ft(r)&&r<=t?r:t}}function G({view:e,day:t},n){return v(`today`,void 0,{view:e===`day`?void 0:e,day:t===n?void 0:t})}function Ot({view:e,day:t},n,r,i){let a={day:q(t,n),week:q(t,7*n),month:Nt(t,n)}[e];if(!(K({view:e,day:a},i)[0]>r))return{view:e,day:jt(a,r)}}function K({view:e,day:t},n){switch(e){case`day`:return[t,t];case`week`:{let e=Pt(t,n);return[e,q(e,6)]}case`month`:{let e=`${t.slice(0,8)}01`;return[e,q(Nt(e,1),-1)]}}}function kt(e,t){let[n,r]=K({view:`month`,day:e},t),i=[];for(let e=Pt(n,t);e<=r;e=q(e,7))i.push(At(e));return i}function At(e){return Array.from({length:7},(t,n)=>q(e,n))}function q(e,t){return J(Date.parse(e)+t*Et)}function jt(e,t){return e<t?e:t}function Mt(e,t=new Date){return new Intl.DateTimeFormat(`sv`,{timeZone:e,year:`numeric`,month:`2-digit`,day:`2-digit`}).format(t)}function Nt(e,t){let n=new Date(e);return J(Date.UTC(n.getUTCFullYear(),n.getUTCMonth()+t,1))}function Pt(e,t){return q(e,-((new Date(e).getUTCDay()-t+7)%7))}function J(e){return new Date(e).toISOString().slice(0,10)}function Ft(e){let t=/^\d{4}-\d{2}-\d{2}$/.test(e)?Date.parse(e):NaN;return!Number.isNaN(t)&&J(t)===e}var Y=class extends m{constructor(...e){super(...e),this.totals=void 0,this.view=`week`,this.day=``,this.today=``}static{this.styles=[...m.styles,I,z,wt]}render(){let{totals:e}=this;if(e===void 0)return p;let t=new Map(e.days.map(e=>[e.day,e]));return f`${this.view===`week`?this.week(t,xt(e)):this.month(t)} ${this.legend(e)}`}week(e,t){return f`<ul class="week">
      ${At(this.day).map(n=>f`<li>${this.link(n,e.get(n),e=>this.bar(e,t))}</li>`)}
    </ul>`}month(e){let t=kt(this.day,this.session?.format.firstWeekday??1);return f`<table>
      <thead>
        <tr>
          ${(t[0]??[]).map(e=>f`<th scope="col" abbr=${this.weekday(e,`long`)}>${this.weekday(e,`short`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${t.map(t=>f`<tr>${t.map(t=>f`<td>${this.cell(t,e.get(t))}</td>`)}</tr>`)}
      </tbody>
    </table>`}cell(e,t){return e.slice(0,7)===this.day.slice(0,7)?this.link(e,t,({count:e})=>e.said===0?p:f`<span class="said number">${this.number(e.said)}</span>`):p}link(e,t,n){let{session:r}=this,i=f`
      ${this.view===`week`?f`<span class="date">${this.weekday(e,`short`)}</span>`:p}
      <span class="date">${r?.format.calendarDay(e,{day:`numeric`})}</span>
    `;if(t===void 0)return f`<span class="day future">${i}</span>`;let{count:a}=t,o=St(t);return f`<a
      class="day"
      href=${G({view:`day`,day:e},this.today)}
      aria-current=${e===this.today?`date`:p}
    >
      <span class="visually-hidden">${this.nameOf(t)}</span>
      <span class="inside" aria-hidden="true">${i} ${n(t)}
      <span class="notables">
        ${yt(a).map(e=>f`<span class=${e.sort}>
            <earshot-icon .path=${F[e.sort]}></earshot-icon>${this.number(e.count)}
          </span>`)}
      </span>
      ${o===0?p:f`<span class="hatch" style=${P({width:`${o*100}%`})}></span>`}
      </span>
    </a>`}bar(e,t){let{count:n}=e,r=bt(n,t),i=(e,t)=>t===0?p:f`<span class=${e} style=${P({height:`${t*100}%`})}></span>`;return f`
      <span class="number">${Ct(e)?`–`:this.number(n.said)}</span>
      <span class="bar">
        ${i(`part-false-wakes`,r.falseWakes)} ${i(`part-said`,r.said)} ${i(`part-left`,r.left)}
      </span>
    `}nameOf({day:e,count:t,unwatched_ms:n}){return this.t(`today.days.name`,{day:this.session?.format.calendarDay(e),said:t.said,false_wakes:t.false_wakes,blocked:t.blocked,left:t.left_house,unseen:t.unseen,listened:t.listened,gap:n>0?`yes`:`no`,long:this.session?.format.duration(n)})}legend({all:e,days:t}){let n=[{sort:`said`,count:e.said},{sort:`false_wake`,count:e.false_wakes},{sort:`blocked`,count:e.blocked},{sort:`left_house`,count:e.left_house},...e.unseen>0?[{sort:`unknown`,count:e.unseen}]:[],{sort:`listened`,count:e.listened}],r=t.some(e=>e.unwatched_ms>0);return f`<ul class="legend" aria-label=${this.t(`today.days.sum`)}>
      ${n.map(({sort:e,count:t})=>f`<li>
          <earshot-icon class=${e} .path=${F[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}
        </li>`)}
      ${r?f`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:p}
    </ul>`}weekday(e,t){return this.session?.format.calendarDay(e,{weekday:t})??``}number(e){return this.session?.format.number(e)??``}};_([d({attribute:!1})],Y.prototype,`totals`,void 0),_([d()],Y.prototype,`view`,void 0),_([d()],Y.prototype,`day`,void 0),_([d()],Y.prototype,`today`,void 0),Y=_([h(`earshot-days`)],Y);var It=`/config/repairs`;function Lt(e,t){let[n,...r]=e.filter(e=>e.kind===`leftover`),i=e.filter(e=>e.kind!==`leftover`);return(n===void 0?i:[...i,{...n,count:r.length+1,since:null}]).map(e=>({decision:e,...Rt(e,t.role===`admin`)}))}function Rt(e,t){switch(e.kind){case`outage`:return{key:`today.decisions.outage.${e.id===`vault_failed`?`vault`:`ledger`}`,address:n()};case`repair`:return{key:void 0,address:n()};case`question`:return{key:`today.decisions.question`,address:e.id.startsWith(`typed_`)?void 0:v(`utterance`,e.id)};case`leftover`:return{key:`today.decisions.leftover`,address:t?v(`leftovers`):void 0};case`not_witnessed`:return{key:`today.decisions.not_witnessed`,address:v(`proof`)};default:return{key:`today.decisions.other`,address:void 0}}function n(){return t?It:void 0}}function zt(e){return e.some(e=>e.severity===`critical`||e.severity===`error`)}var Bt={critical:b,error:b,warning:t},X=class extends m{constructor(...e){super(...e),this.decisions=[],this.texts=new x(this,async(e,t)=>e.hass().loadBackendTranslation?.(`issues`,`earshot`),()=>this.wanted())}static{this.styles=[...m.styles,y`
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
    `]}render(){let e=this.session?.me;if(e===void 0)return p;let t=Lt(this.decisions,e);return t.length===0?f`<p class="row muted none">
        <earshot-icon .path=${he}></earshot-icon>${this.t(`today.decisions.none`)}
      </p>`:f`<ul>${t.map(e=>f`<li>${this.item(e)}</li>`)}</ul>`}item(e){let{severity:t,since:n}=e.decision,r=f`
      <earshot-icon class=${t in Bt?t:`info`} .path=${Bt[t]??`M11,9H13V7H11M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M11,17H13V11H11V17Z`}></earshot-icon>
      <span class="text" dir="auto">
        ${this.text(e)}
        ${n===null?p:f`<span class="since muted small">${this.t(`today.decisions.since`,{at:this.session?.format.moment(n)})}</span>`}
      </span>
    `;return e.address===void 0?f`<div>${r}</div>`:f`<a href=${e.address}>${r}<earshot-icon class="go" .path=${ee}></earshot-icon></a>`}text({decision:e,key:t}){return t===void 0?this.texts.value?.(`component.earshot.issues.${e.translation_key}.title`,e.placeholders)||this.t(`today.decisions.repair`):this.t(t,{who:C(e.who??``),count:e.count??0})}wanted(){let e=this.session?.hass().language;return e!==void 0&&this.decisions.some(e=>e.kind===`repair`)?[e]:void 0}};_([d({attribute:!1})],X.prototype,`decisions`,void 0),X=_([h(`earshot-decisions`)],X);var Z=class extends m{static{this.styles=[...m.styles,y`
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
    `]}constructor(){super(),this.kept=null,new ut(this)}render(){let{kept:e}=this;return e===null?f`<p class="unknown">${this.t(`today.kept.unknown`)}</p>`:e.sounds+e.words+e.responses===0?f`<p class="muted">${this.t(`today.kept.nothing`)}</p>`:f`
      <ul>
        <li>
          <earshot-icon .path=${c}></earshot-icon>
          ${this.link(e.sounds,this.t(`today.kept.sounds`,{count:e.sounds}),gt(`sound`))}
        </li>
        <li>
          <earshot-icon .path=${le}></earshot-icon>
          ${this.link(e.words,this.t(`today.kept.words`,{count:e.words}),gt(`words`))}
        </li>
        <li>
          <earshot-icon .path=${re}></earshot-icon>
          ${this.t(`today.kept.responses`,{count:e.responses})}
        </li>
        <li>
          <earshot-icon .path=${ie}></earshot-icon>
          <span>${this.erasure(e)}</span>
        </li>
      </ul>
      <p class="muted small">${this.t(`today.kept.bytes`,{bytes:this.session?.format.bytes(e.bytes)})}</p>
      ${e.without_end>0?f`<p>${this.t(`today.kept.without_end`,{count:e.without_end})}</p>`:p}
    `}link(e,t,n){return e===0?f`${t}`:f`<a href=${n}>${t}</a>`}erasure({next_erasure:e,last_erasure:t}){let n=this.session?.format;return e===null||t===null||n===void 0?this.t(`today.kept.no_end`):this.t(e===t?`today.kept.erased_at_once`:`today.kept.erased`,{next:n.relative(e),at:n.moment(e),last:n.moment(t)})}};_([d({attribute:!1})],Z.prototype,`kept`,void 0),Z=_([h(`earshot-kept`)],Z);var Vt=y`
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
`;function Ht(e){return[{sort:`said`,count:e.said,filter:{}},{sort:`false_wake`,count:e.false_wakes,filter:{outcome:`false_wake`}},{sort:`outside`,count:e.outside,filter:void 0},{sort:`blocked`,count:e.blocked,filter:{outcome:`blocked`}},{sort:`left_house`,count:e.left_house-e.unknown,filter:{left_house:`true`}},{sort:`unknown`,count:e.unknown,filter:void 0},{sort:`listened`,count:e.listened,filter:{listened:`true`}}].filter(e=>e.count>0)}var Q=class extends m{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...m.styles,I,y`
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
    `]}render(){let{today:e}=this;if(e===void 0)return p;let t=Ht(e);return t.length===0?p:f`<ul>${t.map(t=>f`<li>${this.sum(t,e)}</li>`)}</ul>`}sum({sort:e,count:t,filter:n},r){let i=f`<earshot-icon class=${e} .path=${F[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}`;return n===void 0?f`<span>${i}</span>`:f`<a href=${ht(r,n)}>${i}</a>`}};_([d({attribute:!1})],Q.prototype,`today`,void 0),Q=_([h(`earshot-day-summary`)],Q);var $=class extends Ce{constructor(...e){super(...e),this.followed=new Ee(this,`earshot/today/subscribe`,(e,{today:t})=>(e!==void 0&&this.viewing?.view!==`day`&&this.totals.reload(),t),()=>this.asked()),this.totals=new x(this,(e,t,n)=>e.client.ask(`earshot/totals/get`,{first:t,last:n}),()=>this.range()),this.listeners=new Ee(this,`earshot/now/subscribe`,Oe,()=>this.viewing?.view===`day`&&this.viewing.day===this.now?{}:void 0)}static{this.styles=[...Ce.styles,Vt]}render(){let{session:e,viewing:t}=this;return e===void 0||t===void 0?p:f`
      <div class="stack">
        ${this.head(t,e)}
        ${t.view===`day`?l(this.followed.state,this.t,e=>this.day(e,t),()=>this.followed.again()):l(this.totals.state,this.t,e=>this.days(e,t.view),()=>void this.totals.reload())}
      </div>
    `}get now(){return Mt(this.session?.hass().config.time_zone??`UTC`)}get viewing(){return this.address===void 0?void 0:Dt(this.address.query,this.now)}asked(){let{viewing:e}=this;if(e!==void 0)return e.view!==`day`||e.day===this.now?{}:{day:e.day}}range(){let{viewing:e,session:t}=this;if(e===void 0||t===void 0||e.view===`day`)return;let[n,r]=K(e,t.format.firstWeekday);return[n,jt(r,this.now)]}head(e,t){let{now:n}=this,r=r=>{let i=Ot(e,r,n,t.format.firstWeekday),a=f`<earshot-icon .path=${r===1?ee:pe}></earshot-icon>`,o=this.t(r===1?`today.next.${e.view}`:`today.previous.${e.view}`);return i===void 0?f`<span class="arrow" role="link" aria-disabled="true" aria-label=${o}>${a}</span>`:f`<a class="arrow" href=${G(i,n)} aria-label=${o} title=${o}>${a}</a>`};return f`<div class="head">
      <div class="row when">
        ${r(-1)}
        <h2 aria-live="polite">${this.heading(e,t)}</h2>
        ${r(1)}
        ${e.day===n?p:f`<a class="button" href=${G({...e,day:n},n)}>${this.t(`today.title`)}</a>`}
      </div>
      <nav aria-label=${this.t(`today.view.title`)}>${Tt.map(t=>this.view(t,e))}</nav>
    </div>`}view(e,t){let n=e===t.view?`true`:p;return f`<a href=${G({...t,view:e},this.now)} aria-current=${n}>${this.t(`today.view.${e}`)}</a>`}heading(e,{format:t}){let n=e.day.slice(0,4)===this.now.slice(0,4)?{}:{year:`numeric`};switch(e.view){case`day`:return t.calendarDay(e.day,{weekday:`long`,day:`numeric`,month:`long`,...n});case`week`:return t.calendarRange(...K(e,t.firstWeekday));case`month`:return t.calendarDay(e.day,{month:`long`,year:`numeric`})}}day(e,t){let{session:n}=this,r=e.day!==t.day,i=e.is_today&&zt(e.decisions),a=f`<section class="card">
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
        ${i?a:p} ${e.is_today?this.listening(n):p}
        <section class="card">
          <h2>${this.t(`today.strip.title`)}</h2>
          <earshot-day-strip .session=${n} .today=${e}></earshot-day-strip>
        </section>
        ${e.is_today?f`<div class="pair">
                ${i?p:a}
                <section class="card">
                  <h2>${this.t(`today.kept.title`)}</h2>
                  <earshot-kept .session=${n} .kept=${e.kept}></earshot-kept>
                </section>
              </div>`:p}
      </div>
    `}listening(e){let{state:t,interrupted:n}=this.listeners;return t.kind===`loading`?p:f`<section class="card">
      <h2>${this.t(`now.title`)}</h2>
      ${t.kind===`failed`||n!==void 0?f`<p class="muted">${this.t(`now.not_known`)}</p>`:f`<earshot-now-strip .session=${e} .now=${t.value}></earshot-now-strip>`}
    </section>`}interrupted(){let e=this.followed.interrupted;return e===void 0?p:f`<p class="card" role="status">${this.t(`today.interrupted`)} ${ve(e,this.t)}</p>`}days(e,t){let n=this.range(),r=e.days[0]?.day!==n?.[0];return f`<section class="card" aria-busy=${r?`true`:`false`}>
      <earshot-days
        .session=${this.session}
        .totals=${e}
        .view=${t}
        .day=${n?.[0]??``}
        .today=${this.now}
      ></earshot-days>
      <p class="muted small note">${this.t(`today.days.note`)}</p>
    </section>`}};$=_([h(`earshot-today-page`)],$);export{$ as EarshotTodayPage};