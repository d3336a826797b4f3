import{A as e,B as t,D as n,E as r,F as i,K as a,M as o,N as s,O as ee,S as te,St as ne,T as re,U as ie,a as ae,at as oe,b as se,d as c,dt as ce,f as l,ft as le,g as u,h as d,it as ue,k as de,l as fe,lt as pe,m as f,nt as me,o as p,ot as he,p as m,r as ge,rt as _e,s as h,t as g,u as ve,v as _,vt as ye,wt as v,x as be,yt as xe,z as Se}from"./panel-aYI21WVJ.js";import{i as Ce,n as we,t as Te}from"./badge-DdacQ9Kx.js";import{t as Ee}from"./page-B9lFtNGK.js";import{n as De,r as y,t as b}from"./directive-BSZPiF1A.js";var x=class{constructor(e,t,n,r=()=>({})){this.host=e,this.type=t,this.apply=n,this.args=r,this.state={kind:`loading`},this.turn=0,e.addController(this)}get value(){return this.state.kind===`ready`?this.state.value:void 0}hostConnected(){this.host.requestUpdate()}hostUpdate(){let{session:e}=this.host,t=this.args();if(t===void 0&&this.followed!==void 0&&this.stop(),e===void 0||t===void 0)return;let n=JSON.stringify(t),r=this.failedIn!==void 0&&this.failedIn!==e.generation;(n!==this.followed||r)&&this.begin(e,t,n)}hostDisconnected(){this.stop()}again(){this.stop(),this.host.requestUpdate()}begin({client:e,generation:t},n,r){this.stop(),this.followed=r;let{turn:i}=this,a=e=>{this.turn===i&&this.take(e)};this.end=e.follow(this.type,n,a).catch(e=>{this.turn===i&&this.fail(fe.from(e),t)})}take(e){if(Oe(e)){let t=new fe(e.code,e.type);this.state.kind===`ready`?this.interrupted=t:this.state={kind:`failed`,error:t}}else{this.interrupted=void 0;let t=this.apply(this.value,e);t!==void 0&&(this.state={kind:`ready`,value:t})}this.host.requestUpdate()}fail(e,t){this.failedIn=t,this.state={kind:`failed`,error:e},this.host.requestUpdate()}stop(){this.turn++,this.followed=void 0,this.failedIn=void 0,this.end?.then(e=>e?.()),this.end=void 0}};function Oe(e){return typeof e==`object`&&!!e&&`type`in e&&e.type===`unavailable`}function S(e){return`\u2068${e}\u2069`}function ke(e,t){if(t.type===`now`)return t;if(e===void 0)return;let n=new Map(t.satellites.map(e=>[e.entity_id,e]));return{satellites:[...e.satellites.filter(e=>!n.has(e.entity_id)&&!t.gone.includes(e.entity_id)),...t.satellites].sort((e,t)=>e.label.localeCompare(t.label)),others:t.others??e.others}}function C(e){let{state:t,streams_to:n,captured:r}=e;if(t===`unavailable`)return T(`now.satellite.unavailable`,`unknown`);let i=r?`captured`:Me(n,t===`listening`);return T(`now.satellite.${Ae(e)}`,i)}function Ae({state:e,listening_for:t,wake:n,muted:r}){return e===`listening`?t===`command`?`listening_command`:`listening_wake_word`:e===`idle`?r?`muted`:n===`on_device`?`idle_on_device`:`idle`:e}function w(e){let t={label:S(e.label??``),known:e.label?`yes`:`no`};if(e.kind===`capture`)return{key:`now.other.capture`,values:t,tone:`captured`};let n=Me(e.streams_to,e.state===`listening`);return e.kind===`stt_api`?{key:`now.other.stt_api`,values:t,tone:n}:{key:`now.other.run_${je(e)}`,values:t,tone:n}}function je({state:e,listening_for:t}){return e===`responding`||e===`processing`?e:t===`wake_word`?`listening_wake_word`:`listening_command`}function Me(e,t){return e?.place===`unknown`?`unknown`:e&&we(e.place)?`left`:t||e?`heard`:`quiet`}function Ne({satellites:e,others:t}){let n=[...e.map(e=>C(e).tone),...t.map(e=>w(e).tone)],r=e=>n.filter(t=>t===e).length;return r(`captured`)>0?T(`now.summary.captured`,`captured`):r(`left`)>0?{...T(`now.summary.left`,`left`),values:{count:r(`left`)}}:r(`unknown`)>0?{...T(`now.summary.unknown`,`unknown`),values:{count:r(`unknown`)}}:r(`heard`)>0?{...T(`now.summary.heard`,`heard`),values:{count:r(`heard`)}}:T(e.length===0?`now.summary.no_satellites`:`now.summary.quiet`,`quiet`)}function T(e,t){return{key:e,values:{},tone:t}}var Pe=_`
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
`,Fe={idle:he,listening:_e,processing:ue,responding:v,unavailable:a},Ie={capture:pe,run:re,stt_api:se},E=class extends p{constructor(...e){super(...e),this.now=void 0}static{this.styles=[...p.styles,Pe]}render(){let{now:e}=this;if(e===void 0)return f;let t=Ne(e);return u`
      <p class="summary ${t.tone}" role="status">${this.t(t.key,t.values)}</p>
      <ul>
        ${e.others.map(e=>u`<li class=${w(e).tone}>${this.other(e)}</li>`)}
        ${e.satellites.map(e=>u`<li class=${C(e).tone}>${this.satellite(e)}</li>`)}
      </ul>
    `}satellite(e){let t=e.state===`idle`&&e.muted?oe:Fe[e.state];return u`
      <earshot-icon .path=${t}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.label}</bdi>
          ${e.area===null||e.area===e.label?f:u`<bdi class="muted small">${e.area}</bdi>`}
        </p>
        ${this.doing(C(e))} ${this.stream(e.streams_to)} ${this.wake(e)} ${this.flags(e)}
      </div>
    `}other(e){return u`
      <earshot-icon .path=${Ie[e.kind]}></earshot-icon>
      <div>
        <p class="name">
          <bdi>${e.kind===`run`&&e.user?e.user:this.t(`now.other.name.${e.kind}`)}</bdi>
        </p>
        ${this.doing(w(e))} ${this.stream(e.streams_to)}
      </div>
    `}doing({key:e,values:t}){return u`<p class="doing" dir="auto">${this.t(e,t)}</p>`}stream(e){if(e===null)return f;let t=e.ear===null?this.t(`now.stream.gate`):this.t(`now.stream.engine`,{known:e.label===``?`no`:`yes`,engine:S(e.label)});return u`
      <p class="small" dir="auto">${t}</p>
      <p class="row wrap">
        <earshot-place .session=${this.session} .place=${e.place}></earshot-place>
        <earshot-evidence .session=${this.session} .evidence=${e.evidence}></earshot-evidence>
      </p>
    `}wake({state:e,streams_to:t,wake:n,muted:r,wake_evidence:i}){return e!==`idle`||t!==null||r||n!==`on_device`?f:u`<earshot-evidence .session=${this.session} .evidence=${i}></earshot-evidence>`}flags(e){let t=e.off_the_record_until;return[e.captured?this.t(`now.flag.captured`):void 0,e.muted&&e.state!==`idle`&&e.state!==`unavailable`?this.t(`now.flag.muted`):void 0,e.off_the_record?this.t(`now.flag.off_the_record`,{ends:t===null?`no`:`yes`,until:t===null?``:this.session?.format.time(t)}):void 0].filter(e=>e!==void 0).map(e=>u`<p class="small flag">${e}</p>`)}};h([l({attribute:!1})],E.prototype,`now`,void 0),E=h([m(`earshot-now-strip`)],E);var D=[`said`,`false_wake`,`outside`,`blocked`,`unknown`,`left_house`,`listened`];function Le(e){return{began:Date.parse(e.began),ended:Date.parse(e.ended)}}function O({began:e,ended:t},n){return Math.min(1,Math.max(0,(n-e)/(t-e)))}function Re(e,t,n,r){let i=Math.min(.5,r/n/2),a=[];for(let n of[...e].sort((e,t)=>Date.parse(e.at)-Date.parse(t.at))){let e=Math.min(1-i,Math.max(i,O(t,Date.parse(n.at)))),r=a.at(-1);r!==void 0&&e-r.at<i*1.99?r.marks.push(n):a.push({at:e,marks:[n]})}return a.map(e=>({...e,sort:ze(e.marks.map(e=>e.sort))}))}function ze(e){return D[Math.max(...e.map(e=>D.indexOf(e)))]??`unknown`}function Be(e){let t=new Set(e.satellites.flatMap(e=>e.marks.map(e=>e.sort)));return D.filter(e=>t.has(e))}function Ve(e,t,n){return e.map(e=>({from:O(t,Date.parse(e.began)),to:O(t,e.ended===null?n:Date.parse(e.ended)),gap:e})).filter(({from:e,to:t})=>t>e)}function He({began:e,ended:t},n,r){let i=new Intl.DateTimeFormat(`en`,{timeZone:r,hour:`numeric`,minute:`numeric`,hourCycle:`h23`}),a=new Set,o=[];for(let r=e;r<t;r+=9e5){let[e=0,t]=i.formatToParts(r).flatMap(e=>Ue(e));t===0&&e%n===0&&!a.has(e)&&(a.add(e),o.push(r))}return o}function Ue({type:e,value:t}){return e===`literal`?[]:[Number(t)]}var We=[`house`,`listened`],Ge=new Set([`words`,`sound`,`export`,`found`]);function Ke(e){let{why:t,who:n,how:r}=e;return{key:qe(e),values:{who:S(n),how:S(r??``),known:n===``?`no`:`yes`,why:t},reason:e}}function qe({why:e,how:t}){return e===`accessed`?`today.why.accessed_${Ge.has(t??``)?t:`other`}`:`today.why.${e}`}var Je=new Set([`not_running`,`ledger_unavailable`,`vault_failed`,`entries_missing`,`before_earshot`,`too_many_gaps`]);function Ye(e){return`today.gap.${Je.has(e)?e:`other`}`}function Xe(e,t,n,r){let{began:i,ended:a}=Le(t),o=Date.parse(e.began),s=e.ended===null?void 0:Date.parse(e.ended),ee={from:r.time(new Date(o)),to:s===void 0?``:r.time(new Date(s)),reason:n(Ye(e.reason))};return n(s===void 0?`today.strip.gap_open`:o<=i?s>=a?`today.strip.gap_whole`:`today.strip.gap_until`:s>=a?`today.strip.gap_from`:`today.strip.gap`,ee)}function Ze({sentence:{watched:e}}){return e===`in_part`?void 0:`today.reasons.watched_${e}`}function Qe(e){return new Map(e.satellites.flatMap(e=>e.marks.map(e=>[e.utterance_id,e.at])))}var $e=_`
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
`,k=class extends p{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...p.styles,$e]}render(){let{today:e}=this;if(e===void 0)return f;let t=Qe(e);return u`${We.map(n=>this.section(n,e,t))} ${this.watched(e)} ${this.others(e)}
      <p class="muted small">${this.t(`today.reasons.limit`)}</p>`}section(e,t,n){let r=t.reasons.filter(t=>t.part===e);return u`<section>
      <h3>${this.t(`today.reasons.${e}`)}</h3>
      ${r.length>0?u`<ul>${r.map(e=>this.reason(e,n))}</ul>`:u`<p class="muted">${this.t(`today.reasons.no_${e}`)}</p>`}
    </section>`}watched(e){let t=Ze(e);return u`<section>
      <h3>${this.t(`today.reasons.watched`)}</h3>
      ${t===void 0?f:u`<p class="muted">${this.t(t)}</p>`}
      <ul>${e.gaps.map(t=>this.gap(t,e))}</ul>
    </section>`}gap(e,t){return this.session===void 0?f:u`<li>${Xe(e,t,this.t,this.session.format)}</li>`}reason(e,t){let{key:n,values:r}=Ke(e);return u`<li>
      ${e.ear===null?f:u`<earshot-icon .path=${Te[e.ear]}></earshot-icon>`}
      <div>
        <p>
          <span dir="auto">${this.t(n,r)}</span>
          ${e.ear===null?f:u`<span class="muted small">${this.t(`words.ear.${e.ear}`)}</span>`}
        </p>
        <p class="row wrap">${this.where(e)}</p>
        ${e.utterance_ids.length===0?this.when(e):this.utterances(e,t)}
      </div>
    </li>`}where({place:e,evidence:t}){return u`${e===null?f:u`<earshot-place .session=${this.session} .place=${e}></earshot-place>`}
    ${t===null?f:u`<earshot-evidence .session=${this.session} .evidence=${t}></earshot-evidence>`}`}when({last_at:e}){return e===null?f:u`<p class="muted small">${this.session?.format.moment(e)}</p>`}utterances({count:e,at_least:t,utterance_ids:n},r){let i=this.t(t?`today.reasons.utterances_at_least`:`today.reasons.utterances`,{count:e});return u`<p class="small utterances">
      <span class="muted">${i}</span>
      ${n.map((e,t)=>u`<a href=${g(`utterance`,e)}>${this.called(r.get(e),t)}</a> `)}
      ${e>n.length?u`<span class="muted">${this.t(`today.reasons.and_more`)}</span>`:f}
    </p>`}called(e,t){return e===void 0?this.t(`today.reasons.utterance`,{number:t+1}):this.session?.format.time(e)}others({streamed:e,announced:t,contacted:n}){return e.length+t.length+n.length===0?f:u`<section>
      <h3>${this.t(`today.reasons.others`)}</h3>
      <ul>
        ${e.map(e=>this.stream(e))} ${t.map(e=>this.announcement(e))}
        ${n.map(e=>this.contact(e))}
      </ul>
    </section>`}stream(e){let t=this.session?.format.duration(e.sound_ms)??``,n=e.going_on?`today.reasons.streams`:`today.reasons.streamed`,r=this.t(n,{satellite:S(e.label),engine:S(e.engine),long:t,wakes:e.wakes});return this.other(_e,r,this.where(e))}announcement(e){let t=this.t(`today.reasons.announced`,{engine:S(e.engine),count:e.count,words:e.words});return this.other(v,t,this.where(e))}contact(e){let n=this.t(`today.reasons.contacted`,{label:S(e.label),known:e.host?`yes`:`no`,host:S(e.host??``)}),r=e.received_bytes;return this.other(t,n,u`<span class="muted small">${r===null?f:this.session?.format.bytes(r)}</span>`)}other(e,t,n){return u`<li>
      <earshot-icon .path=${e}></earshot-icon>
      <div>
        <p dir="auto">${t}</p>
        <p class="row wrap">${n}</p>
      </div>
    </li>`}};h([l({attribute:!1})],k.prototype,`today`,void 0),k=h([m(`earshot-day-reasons`)],k);function et(e){let{house:t,listened:n,watched:r}=e.sentence;return r===`not_yet`?[A(`today.sentence.not_yet`,`plain`)]:t===`nothing_seen`&&n===`nobody_seen`?[nt(e),A(`today.sentence.nothing_nobody_seen`,`unwatched`)]:[nt(e),...rt(e),ot(e)]}function tt(e){return[`listened`,`left`,`unknown`,`unwatched`,`calm`].find(t=>e.some(e=>e.tone===t))??`plain`}function nt({said:e,is_today:t,sentence:n}){return e>0?A(`today.sentence.said`,`plain`,e):n.watched===`in_part`?A(`today.sentence.said_none_seen`,`plain`):A(t?`today.sentence.said_none_yet`:`today.sentence.said_none`,`plain`)}function rt(e){switch(e.sentence.house){case`left`:return[it(e),...at(e)];case`unknown`:return e.unknown>0?at(e):[A(`today.sentence.house_unknown`,`unknown`)];case`nothing_seen`:return[A(`today.sentence.house_nothing_seen`,`unwatched`)];case`nothing_left`:return[A(`today.sentence.house_nothing_left`,`calm`)]}}function it({left_house:e,unknown:t,reasons:n}){let r=e-t;return r<=0?A(`today.sentence.house_left`,`left`):A(n.some(e=>e.part===`house`&&e.says===`left`&&e.why!==`ear`)?`today.sentence.house_left_at_least`:`today.sentence.house_left_count`,`left`,r)}function at({unknown:e}){return e>0?[A(`today.sentence.house_unknown_count`,`unknown`,e)]:[]}function ot({sentence:e,reasons:t}){switch(e.listened){case`somebody`:return A(lt(t),`listened`);case`unknown`:return A(`today.sentence.listened_unknown`,`unknown`);case`nobody_seen`:return A(`today.sentence.listened_nobody_seen`,`unwatched`);case`nobody`:return A(`today.sentence.listened_nobody`,`calm`)}}var st=new Set([`sound`]),ct=new Set([`words`,`found`]);function lt(e){let t=e.filter(e=>e.part===`listened`&&e.says===`somebody`),n=e=>t.length>0&&t.every(t=>t.why===`accessed`&&e.has(t.how??``));return n(st)?`today.sentence.listened_somebody`:n(ct)?`today.sentence.read_somebody`:`today.sentence.listened_or_read_somebody`}function A(e,t,n){return{key:e,tone:t,values:n===void 0?{}:{count:n}}}var j=class extends p{constructor(...e){super(...e),this.today=void 0,this.brief=!1,this.open=!1}static{this.styles=[...p.styles,_`
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
    `]}render(){let{today:e}=this;if(e===void 0)return f;let t=et(e);return u`
      <p class="said" role="status" data-tone=${tt(t)}>
        ${t.map(e=>u`${this.clause(e)} `)}
      </p>
      <slot></slot>
      ${this.brief||e.sentence.watched===`not_yet`?f:this.reasons(e)}
    `}clause({key:e,values:t,tone:n}){return u`<span class=${n}>${this.t(e,t)}</span>`}reasons(t){return u`
      <button class="plain" aria-expanded=${this.open?`true`:`false`} aria-controls="reasons" @click=${()=>{this.open=!this.open}}>
        ${this.t(`today.how_we_know`)}<earshot-icon .path=${this.open?e:n}></earshot-icon>
      </button>
      <div id="reasons" ?hidden=${!this.open}>
        ${this.open?u`<earshot-day-reasons .session=${this.session} .today=${t}></earshot-day-reasons>`:f}
      </div>
    `}};h([l({attribute:!1})],j.prototype,`today`,void 0),h([l({type:Boolean,reflect:!0})],j.prototype,`brief`,void 0),h([c()],j.prototype,`open`,void 0),j=h([m(`earshot-day-sentence`)],j);var ut=`important`,dt=` !`+ut,M=b(class extends De{constructor(e){if(super(e),e.type!==y.ATTRIBUTE||e.name!==`style`||e.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(e){return Object.keys(e).reduce((t,n)=>{let r=e[n];return r==null?t:t+`${n=n.includes(`-`)?n:n.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,`-$&`).toLowerCase()}:${r};`},``)}update(e,[t]){let{style:n}=e.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let e of this.ft)t[e]??(this.ft.delete(e),e.includes(`-`)?n.removeProperty(e):n[e]=null);for(let e in t){let r=t[e];if(r!=null){this.ft.add(e);let t=typeof r==`string`&&r.endsWith(dt);e.includes(`-`)||t?n.setProperty(e,t?r.slice(0,-11):r,t?ut:``):n[e]=r}}return d}}),N=class{constructor(e,t=30){this.host=e,this.seconds=t,e.addController(this)}get now(){return Date.now()}hostConnected(){this.timer=window.setInterval(()=>this.host.requestUpdate(),this.seconds*1e3)}hostDisconnected(){window.clearInterval(this.timer)}},P={said:o,false_wake:s,outside:ye,blocked:i,unknown:le,left_house:ne,listened:xe},F=_`
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
`,I=class extends p{constructor(...e){super(...e),this.satellites=[]}static{this.styles=[...p.styles,F,_`
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
    `]}render(){let e=this.satellites.flatMap(e=>e.marks.map(t=>({mark:t,label:e.label}))).sort((e,t)=>Date.parse(t.mark.at)-Date.parse(e.mark.at));return u`<table>
      <caption class="visually-hidden">${this.t(`today.strip.title`)}</caption>
      <thead>
        <tr>
          <th scope="col">${this.t(`today.table.time`)}</th>
          <th scope="col">${this.t(`today.table.satellite`)}</th>
          <th scope="col">${this.t(`today.table.what`)}</th>
        </tr>
      </thead>
      <tbody>${e.map(({mark:e,label:t})=>this.row(e,t))}</tbody>
    </table>`}row(e,t){return u`<tr>
      <td><a href=${g(`utterance`,e.utterance_id)}>${this.session?.format.time(e.at,!0)}</a></td>
      <td dir="auto">${t??this.t(`today.strip.unknown_satellite`)}</td>
      <td>
        <div class="sorts">
          ${e.sorts.map(e=>u`<span class=${e}>
              <earshot-icon .path=${P[e]}></earshot-icon><b>${this.t(`today.sort.${e}`)}</b>
            </span>`)}
          ${e.open?u`<span class="muted">${this.t(`words.outcome.open`)}</span>`:f}
        </div>
      </td>
    </tr>`}};h([l({attribute:!1})],I.prototype,`satellites`,void 0),I=h([m(`earshot-day-table`)],I);var L=b(class extends De{constructor(e){if(super(e),e.type!==y.ATTRIBUTE||e.name!==`class`||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return` `+Object.keys(e).filter(t=>e[t]).join(` `)+` `}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(` `).split(/\s/).filter(e=>e!==``)));for(let e in t)t[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(t)}let n=e.element.classList;for(let e of this.st)e in t||(n.remove(e),this.st.delete(e));for(let e in t){let r=!!t[e];r===this.st.has(e)||this.nt?.has(e)||(r?(n.add(e),this.st.add(e)):(n.remove(e),this.st.delete(e)))}return d}});function ft({key:e,target:t},n,r){let i=n.indexOf(t);if(i===-1)return;let a=r?`ArrowLeft`:`ArrowRight`,o=r?`ArrowRight`:`ArrowLeft`;switch(e){case a:return n[i+1];case o:return n[i-1];case`Home`:return n[0];case`End`:return n.at(-1);default:return}}var pt=_`
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
`,R=_`
  .hatch {
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--es-outline) 60%, transparent) 0 2px,
      color-mix(in srgb, var(--es-outline) 14%, transparent) 2px 8px
    );
  }
`,mt=_`
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
`,ht=28,z=class extends p{constructor(...e){super(...e),this.day=void 0,this.satellite=void 0}static{this.styles=[...p.styles,F,R,mt,_`
      .count {
        font-size: 0.875rem;
        font-weight: 400;
      }
    `]}render(){let{day:e,satellite:t}=this;if(e===void 0)return f;let n=t===void 0?[]:Re(t.marks,e.line,e.width,ht),r=n.find(e=>B(e)===this.opened);return u`
      ${t===void 0?this.nobody():this.heading(t)}
      <div class="track">
        ${this.ground(e)}
        <ul class="marks" @keydown=${this.move}>${n.map(e=>this.group(e,n))}</ul>
      </div>
      ${r===void 0||r.marks.length<2?f:this.gathered(r)}
    `}nobody(){return u`<p class="name muted">${this.t(`today.strip.nothing_said`)}</p>`}heading(e){return u`<h3 class="name">
      <span dir="auto" title=${this.label(e)}>${this.label(e)}</span>
      <span class="muted count">${this.t(`today.strip.count`,{count:e.count})}</span>
    </h3>`}label({label:e}){return e??this.t(`today.strip.unknown_satellite`)}ground({line:e,until:t,isToday:n,spans:r,ticks:i}){let a=O(e,t);return u`
      <div class="past" style=${M({width:H(a)})}></div>
      ${i.map(t=>u`<div class="tick" style=${M(V(O(e,t)))}></div>`)}
      ${r.map(({from:e,to:t})=>u`<div class="hatch" style=${M({...V(e),width:H(t-e)})}></div>`)}
      ${n?u`<div class="now" style=${M(V(a))}></div>`:f}
    `}group(e,t){let n=B(e),r=(t.find(e=>B(e)===this.current)??t.at(-1))===e?0:-1,[i]=e.marks;return u`<li style=${M(V(e.at))}>
      ${e.marks.length>1||i===void 0?this.many(e,n,r):this.one(i,n,r)}
    </li>`}one(e,t,n){let r=this.nameOf(e);return u`<a
      class=${L({mark:!0,[e.sort]:!0,open:e.open})}
      href=${g(`utterance`,e.utterance_id)}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      @focus=${this.focused}
      ><earshot-icon .path=${P[e.sort]}></earshot-icon
    ></a>`}many(e,t,n){let r=this.t(`today.strip.many`,{count:e.marks.length,span:this.spanOf(e),sort:this.t(`today.sort.${e.sort}`)}),i=t===this.opened,a=()=>{this.opened=i?void 0:t};return u`<button
      class=${L({mark:!0,many:!0,[e.sort]:!0,open:e.marks.some(e=>e.open)})}
      tabindex=${n}
      data-key=${t}
      aria-label=${r}
      title=${r}
      aria-expanded=${i?`true`:`false`}
      @click=${a}
      @focus=${this.focused}
    >
      <earshot-icon .path=${P[e.sort]}></earshot-icon>${this.session?.format.number(e.marks.length)}
    </button>`}gathered(e){return u`<div class="below">
      <ul class="gathered" aria-label=${this.spanOf(e)}>
        ${e.marks.map(e=>u`<li>
            <a href=${g(`utterance`,e.utterance_id)}>
              <earshot-icon class=${e.sort} .path=${P[e.sort]}></earshot-icon>
              <span aria-hidden="true">${this.session?.format.time(e.at,!0)}</span>
              <span class="visually-hidden">${this.nameOf(e)}</span>
            </a>
          </li>`)}
      </ul>
    </div>`}nameOf(e){let t=this.session?.format.list(e.sorts.map(e=>this.t(`today.sort.${e}`)))??``,n=this.satellite===void 0?``:this.label(this.satellite);return this.t(e.open?`today.strip.mark_open`:`today.strip.mark`,{time:this.session?.format.time(e.at),satellite:n,sorts:t})}spanOf({marks:e}){let[t]=e,n=e.at(-1);return t===void 0||n===void 0||this.session===void 0?``:this.session.format.timeRange(t.at,n.at)}focused(e){this.current=e.currentTarget.dataset.key}move(e){let t=ft(e,[...this.renderRoot.querySelectorAll(`.mark`)??[]],getComputedStyle(this).direction===`rtl`);t!==void 0&&(e.preventDefault(),t.focus())}};h([l({attribute:!1})],z.prototype,`day`,void 0),h([l({attribute:!1})],z.prototype,`satellite`,void 0),h([c()],z.prototype,`opened`,void 0),h([c()],z.prototype,`current`,void 0),h([ve(`.track`)],z.prototype,`track`,void 0),z=h([m(`earshot-lane`)],z);function B(e){return e.marks[0]?.utterance_id??``}function V(e){return{insetInlineStart:H(e)}}function H(e){return`${(e*100).toFixed(3)}%`}function gt({day:e},t={}){return g(`ledger`,void 0,{from:e,to:e,...t})}function _t(e){return g(`ledger`,void 0,{[`${e}_kept`]:`true`})}var vt=320,yt=520,U=class extends p{constructor(...e){super(...e),this.today=void 0,this.compact=!1,this.width=vt,this.listed=!1,this.ticking=new N(this)}static{this.styles=[...p.styles,F,R,pt,_`
      .legend earshot-icon {
        width: 16px;
        height: 16px;
      }
    `]}connectedCallback(){super.connectedCallback(),typeof ResizeObserver<`u`&&(this.observer=new ResizeObserver(()=>this.measure()),this.observer.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.observer?.disconnect()}updated(){this.measure()}render(){let{today:e,session:t}=this;if(e===void 0||t===void 0)return f;let n=this.day(e,t.hass().config.time_zone),r=e.satellites.length>0?e.satellites:[void 0];return u`
      <div class="axis" aria-hidden="true">
        <div class="hours">
          ${n.ticks.map(e=>u`<span style=${M({insetInlineStart:`${O(n.line,e)*100}%`})}
                >${t.format.time(new Date(e))}</span
              >`)}
        </div>
      </div>
      <ul class="lanes" aria-label=${this.t(`today.strip.title`)}>
        ${r.map(e=>u`<li>${this.lane(e,n)}</li>`)}
      </ul>
      ${this.compact?f:this.below(e)}
    `}day(e,t){let n=Le(e),r=Math.min(this.ticking.now,n.ended);return{line:n,until:e.is_today?r:n.ended,isToday:e.is_today,spans:Ve(e.gaps,n,r),ticks:He(n,this.width<yt?6:3,t),width:this.width}}lane(e,t){return u`<earshot-lane .session=${this.session} .satellite=${e} .day=${t}></earshot-lane>`}below(e){let t=Be(e);return u`
      <ul class="legend" aria-label=${this.t(`today.strip.legend`)}>
        ${t.map(e=>u`<li>
            <earshot-icon class=${e} .path=${P[e]}></earshot-icon>${this.t(`today.sort.${e}`)}
          </li>`)}
        ${e.gaps.length>0?u`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:f}
      </ul>
      ${e.gaps.length>0?u`<ul class="gaps">${e.gaps.map(t=>this.gap(t,e))}</ul>`:f}
      ${e.satellites.map(t=>this.more(t,e))} ${t.length>0?this.list(e):f}
    `}gap(e,t){return this.session===void 0?f:u`<li>${Xe(e,t,this.t,this.session.format)}</li>`}more(e,t){if(e.more===0)return f;let n=e.label??this.t(`today.strip.unknown_satellite`);return u`<p class="small">
      <a href=${gt(t,e.name===null?{}:{satellite:e.name})}
        >${this.t(`today.strip.more`,{count:e.more,satellite:S(n)})}</a
      >
    </p>`}list(e){return u`
      <button class="plain list" aria-expanded=${this.listed?`true`:`false`} @click=${()=>{this.listed=!this.listed}}>
        <earshot-icon .path=${ie}></earshot-icon>
        ${this.t(this.listed?`today.strip.hide_list`:`today.strip.show_list`)}
      </button>
      ${this.listed?u`<earshot-day-table .session=${this.session} .satellites=${e.satellites}></earshot-day-table>`:f}
    `}measure(){let e=this.axis?.clientWidth??0;e>0&&e!==this.width&&(this.width=e)}};h([l({attribute:!1})],U.prototype,`today`,void 0),h([l({type:Boolean,reflect:!0})],U.prototype,`compact`,void 0),h([c()],U.prototype,`width`,void 0),h([c()],U.prototype,`listed`,void 0),h([ve(`.hours`)],U.prototype,`axis`,void 0),U=h([m(`earshot-day-strip`)],U);function bt(e){return[{sort:`listened`,count:e.listened},{sort:`left_house`,count:e.left_house},{sort:`unknown`,count:e.unseen},{sort:`blocked`,count:e.blocked}].filter(e=>e.count>0)}function xt(e,t){if(t===0)return{left:0,said:0,falseWakes:0};let n=Math.min(e.left_house+e.unseen,e.said);return{left:n/t,said:(e.said-n)/t,falseWakes:e.false_wakes/t}}function St(e){return Math.max(0,...e.days.map(({count:e})=>e.said+e.false_wakes))}function Ct({unwatched_ms:e}){return Math.min(1,e/864e5)}function wt(e){return e.count.said+e.count.false_wakes===0&&Ct(e)>.95}var Tt=_`
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
`,Et=[`day`,`week`,`month`],Dt=864e5;function Ot(e,t){let n=Et.find(t=>t===e.get(`view`))??`day`,r=e.get(`day`)??``;return{view:n,day:Ft(r)&&r<=t?r:t}}function W({view:e,day:t},n){return g(`today`,void 0,{view:e===`day`?void 0:e,day:t===n?void 0:t})}function kt({view:e,day:t},n,r,i){let a={day:K(t,n),week:K(t,7*n),month:Pt(t,n)}[e];if(!(G({view:e,day:a},i)[0]>r))return{view:e,day:Mt(a,r)}}function G({view:e,day:t},n){switch(e){case`day`:return[t,t];case`week`:{let e=q(t,n);return[e,K(e,6)]}case`month`:{let e=`${t.slice(0,8)}01`;return[e,K(Pt(e,1),-1)]}}}function At(e,t){let[n,r]=G({view:`month`,day:e},t),i=[];for(let e=q(n,t);e<=r;e=K(e,7))i.push(jt(e));return i}function jt(e){return Array.from({length:7},(t,n)=>K(e,n))}function K(e,t){return J(Date.parse(e)+t*Dt)}function Mt(e,t){return e<t?e:t}function Nt(e,t=new Date){return new Intl.DateTimeFormat(`sv`,{timeZone:e,year:`numeric`,month:`2-digit`,day:`2-digit`}).format(t)}function Pt(e,t){let n=new Date(e);return J(Date.UTC(n.getUTCFullYear(),n.getUTCMonth()+t,1))}function q(e,t){return K(e,-((new Date(e).getUTCDay()-t+7)%7))}function J(e){return new Date(e).toISOString().slice(0,10)}function Ft(e){let t=/^\d{4}-\d{2}-\d{2}$/.test(e)?Date.parse(e):NaN;return!Number.isNaN(t)&&J(t)===e}var Y=class extends p{constructor(...e){super(...e),this.totals=void 0,this.view=`week`,this.day=``,this.today=``}static{this.styles=[...p.styles,F,R,Tt]}render(){let{totals:e}=this;if(e===void 0)return f;let t=new Map(e.days.map(e=>[e.day,e]));return u`${this.view===`week`?this.week(t,St(e)):this.month(t)} ${this.legend(e)}`}week(e,t){return u`<ul class="week">
      ${jt(this.day).map(n=>u`<li>${this.link(n,e.get(n),e=>this.bar(e,t))}</li>`)}
    </ul>`}month(e){let t=At(this.day,this.session?.format.firstWeekday??1);return u`<table>
      <thead>
        <tr>
          ${(t[0]??[]).map(e=>u`<th scope="col" abbr=${this.weekday(e,`long`)}>${this.weekday(e,`short`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${t.map(t=>u`<tr>${t.map(t=>u`<td>${this.cell(t,e.get(t))}</td>`)}</tr>`)}
      </tbody>
    </table>`}cell(e,t){return e.slice(0,7)===this.day.slice(0,7)?this.link(e,t,({count:e})=>e.said===0?f:u`<span class="said number">${this.number(e.said)}</span>`):f}link(e,t,n){let{session:r}=this,i=u`
      ${this.view===`week`?u`<span class="date">${this.weekday(e,`short`)}</span>`:f}
      <span class="date">${r?.format.calendarDay(e,{day:`numeric`})}</span>
    `;if(t===void 0)return u`<span class="day future">${i}</span>`;let{count:a}=t,o=Ct(t);return u`<a
      class="day"
      href=${W({view:`day`,day:e},this.today)}
      aria-current=${e===this.today?`date`:f}
    >
      <span class="visually-hidden">${this.nameOf(t)}</span>
      <span class="inside" aria-hidden="true">${i} ${n(t)}
      <span class="notables">
        ${bt(a).map(e=>u`<span class=${e.sort}>
            <earshot-icon .path=${P[e.sort]}></earshot-icon>${this.number(e.count)}
          </span>`)}
      </span>
      ${o===0?f:u`<span class="hatch" style=${M({width:`${o*100}%`})}></span>`}
      </span>
    </a>`}bar(e,t){let{count:n}=e,r=xt(n,t),i=(e,t)=>t===0?f:u`<span class=${e} style=${M({height:`${t*100}%`})}></span>`;return u`
      <span class="number">${wt(e)?`–`:this.number(n.said)}</span>
      <span class="bar">
        ${i(`part-false-wakes`,r.falseWakes)} ${i(`part-said`,r.said)} ${i(`part-left`,r.left)}
      </span>
    `}nameOf({day:e,count:t,unwatched_ms:n}){return this.t(`today.days.name`,{day:this.session?.format.calendarDay(e),said:t.said,false_wakes:t.false_wakes,blocked:t.blocked,left:t.left_house,unseen:t.unseen,listened:t.listened,gap:n>0?`yes`:`no`,long:this.session?.format.duration(n)})}legend({all:e,days:t}){let n=[{sort:`said`,count:e.said},{sort:`false_wake`,count:e.false_wakes},{sort:`blocked`,count:e.blocked},{sort:`left_house`,count:e.left_house},...e.unseen>0?[{sort:`unknown`,count:e.unseen}]:[],{sort:`listened`,count:e.listened}],r=t.some(e=>e.unwatched_ms>0);return u`<ul class="legend" aria-label=${this.t(`today.days.sum`)}>
      ${n.map(({sort:e,count:t})=>u`<li>
          <earshot-icon class=${e} .path=${P[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}
        </li>`)}
      ${r?u`<li><span class="hatch"></span>${this.t(`today.strip.not_watched`)}</li>`:f}
    </ul>`}weekday(e,t){return this.session?.format.calendarDay(e,{weekday:t})??``}number(e){return this.session?.format.number(e)??``}};h([l({attribute:!1})],Y.prototype,`totals`,void 0),h([l()],Y.prototype,`view`,void 0),h([l()],Y.prototype,`day`,void 0),h([l()],Y.prototype,`today`,void 0),Y=h([m(`earshot-days`)],Y);var It=`/config/repairs`;function Lt(e,t){let[n,...r]=e.filter(e=>e.kind===`leftover`),i=e.filter(e=>e.kind!==`leftover`);return(n===void 0?i:[...i,{...n,count:r.length+1,since:null}]).map(e=>({decision:e,...Rt(e,t.role===`admin`)}))}function Rt(e,t){switch(e.kind){case`outage`:return{key:`today.decisions.outage.${e.id===`vault_failed`?`vault`:`ledger`}`,address:n()};case`repair`:return{key:void 0,address:n()};case`question`:return{key:`today.decisions.question`,address:e.id.startsWith(`typed_`)?void 0:g(`utterance`,e.id)};case`leftover`:return{key:`today.decisions.leftover`,address:t?g(`leftovers`):void 0};case`not_witnessed`:return{key:`today.decisions.not_witnessed`,address:g(`proof`)};default:return{key:`today.decisions.other`,address:void 0}}function n(){return t?It:void 0}}function zt(e){return e.some(e=>e.severity===`critical`||e.severity===`error`)}var Bt={critical:be,error:be,warning:te},X=class extends p{constructor(...e){super(...e),this.decisions=[],this.texts=new Ce(this,async(e,t)=>e.hass().loadBackendTranslation?.(`issues`,`earshot`),()=>this.wanted())}static{this.styles=[...p.styles,_`
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
    `]}render(){let e=this.session?.me;if(e===void 0)return f;let t=Lt(this.decisions,e);return t.length===0?u`<p class="row muted none">
        <earshot-icon .path=${r}></earshot-icon>${this.t(`today.decisions.none`)}
      </p>`:u`<ul>${t.map(e=>u`<li>${this.item(e)}</li>`)}</ul>`}item(e){let{severity:t,since:n}=e.decision,r=u`
      <earshot-icon class=${t in Bt?t:`info`} .path=${Bt[t]??`M11,9H13V7H11M12,20C7.59,20 4,16.41 4,12C4,7.59 7.59,4 12,4C16.41,4 20,7.59 20,12C20,16.41 16.41,20 12,20M12,2A10,10 0 0,0 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M11,17H13V11H11V17Z`}></earshot-icon>
      <span class="text" dir="auto">
        ${this.text(e)}
        ${n===null?f:u`<span class="since muted small">${this.t(`today.decisions.since`,{at:this.session?.format.moment(n)})}</span>`}
      </span>
    `;return e.address===void 0?u`<div>${r}</div>`:u`<a href=${e.address}>${r}<earshot-icon class="go" .path=${de}></earshot-icon></a>`}text({decision:e,key:t}){return t===void 0?this.texts.value?.(`component.earshot.issues.${e.translation_key}.title`,e.placeholders)||this.t(`today.decisions.repair`):this.t(t,{who:S(e.who??``),count:e.count??0})}wanted(){let e=this.session?.hass().language;return e!==void 0&&this.decisions.some(e=>e.kind===`repair`)?[e]:void 0}};h([l({attribute:!1})],X.prototype,`decisions`,void 0),X=h([m(`earshot-decisions`)],X);var Z=class extends p{static{this.styles=[...p.styles,_`
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
    `]}constructor(){super(),this.kept=null,new N(this)}render(){let{kept:e}=this;return e===null?u`<p class="unknown">${this.t(`today.kept.unknown`)}</p>`:e.sounds+e.words+e.responses===0?u`<p class="muted">${this.t(`today.kept.nothing`)}</p>`:u`
      <ul>
        <li>
          <earshot-icon .path=${v}></earshot-icon>
          ${this.link(e.sounds,this.t(`today.kept.sounds`,{count:e.sounds}),_t(`sound`))}
        </li>
        <li>
          <earshot-icon .path=${me}></earshot-icon>
          ${this.link(e.words,this.t(`today.kept.words`,{count:e.words}),_t(`words`))}
        </li>
        <li>
          <earshot-icon .path=${ce}></earshot-icon>
          ${this.t(`today.kept.responses`,{count:e.responses})}
        </li>
        <li>
          <earshot-icon .path=${Se}></earshot-icon>
          <span>${this.erasure(e)}</span>
        </li>
      </ul>
      <p class="muted small">${this.t(`today.kept.bytes`,{bytes:this.session?.format.bytes(e.bytes)})}</p>
      ${e.without_end>0?u`<p>${this.t(`today.kept.without_end`,{count:e.without_end})}</p>`:f}
    `}link(e,t,n){return e===0?u`${t}`:u`<a href=${n}>${t}</a>`}erasure({next_erasure:e,last_erasure:t}){let n=this.session?.format;return e===null||t===null||n===void 0?this.t(`today.kept.no_end`):this.t(e===t?`today.kept.erased_at_once`:`today.kept.erased`,{next:n.relative(e),at:n.moment(e),last:n.moment(t)})}};h([l({attribute:!1})],Z.prototype,`kept`,void 0),Z=h([m(`earshot-kept`)],Z);var Vt=_`
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
`;function Ht(e){return[{sort:`said`,count:e.said,filter:{}},{sort:`false_wake`,count:e.false_wakes,filter:{outcome:`false_wake`}},{sort:`outside`,count:e.outside,filter:void 0},{sort:`blocked`,count:e.blocked,filter:{outcome:`blocked`}},{sort:`left_house`,count:e.left_house-e.unknown,filter:{left_house:`true`}},{sort:`unknown`,count:e.unknown,filter:void 0},{sort:`listened`,count:e.listened,filter:{listened:`true`}}].filter(e=>e.count>0)}var Q=class extends p{constructor(...e){super(...e),this.today=void 0}static{this.styles=[...p.styles,F,_`
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
    `]}render(){let{today:e}=this;if(e===void 0)return f;let t=Ht(e);return t.length===0?f:u`<ul>${t.map(t=>u`<li>${this.sum(t,e)}</li>`)}</ul>`}sum({sort:e,count:t,filter:n},r){let i=u`<earshot-icon class=${e} .path=${P[e]}></earshot-icon>${this.t(`today.days.of.${e}`,{count:t})}`;return n===void 0?u`<span>${i}</span>`:u`<a href=${gt(r,n)}>${i}</a>`}};h([l({attribute:!1})],Q.prototype,`today`,void 0),Q=h([m(`earshot-day-summary`)],Q);var $=class extends Ee{constructor(...e){super(...e),this.followed=new x(this,`earshot/today/subscribe`,(e,{today:t})=>(e!==void 0&&this.viewing?.view!==`day`&&this.totals.reload(),t),()=>this.asked()),this.totals=new Ce(this,(e,t,n)=>e.client.ask(`earshot/totals/get`,{first:t,last:n}),()=>this.range()),this.listeners=new x(this,`earshot/now/subscribe`,ke,()=>this.viewing?.view===`day`&&this.viewing.day===this.now?{}:void 0)}static{this.styles=[...Ee.styles,Vt]}render(){let{session:e,viewing:t}=this;return e===void 0||t===void 0?f:u`
      <div class="stack">
        ${this.head(t,e)}
        ${t.view===`day`?ae(this.followed.state,this.t,e=>this.day(e,t),()=>this.followed.again()):ae(this.totals.state,this.t,e=>this.days(e,t.view),()=>void this.totals.reload())}
      </div>
    `}get now(){return Nt(this.session?.hass().config.time_zone??`UTC`)}get viewing(){return this.address===void 0?void 0:Ot(this.address.query,this.now)}asked(){let{viewing:e}=this;if(e!==void 0)return e.view!==`day`||e.day===this.now?{}:{day:e.day}}range(){let{viewing:e,session:t}=this;if(e===void 0||t===void 0||e.view===`day`)return;let[n,r]=G(e,t.format.firstWeekday);return[n,Mt(r,this.now)]}head(e,t){let{now:n}=this,r=r=>{let i=kt(e,r,n,t.format.firstWeekday),a=u`<earshot-icon .path=${r===1?de:ee}></earshot-icon>`,o=this.t(r===1?`today.next.${e.view}`:`today.previous.${e.view}`);return i===void 0?u`<span class="arrow" role="link" aria-disabled="true" aria-label=${o}>${a}</span>`:u`<a class="arrow" href=${W(i,n)} aria-label=${o} title=${o}>${a}</a>`};return u`<div class="head">
      <div class="row when">
        ${r(-1)}
        <h2 aria-live="polite">${this.heading(e,t)}</h2>
        ${r(1)}
        ${e.day===n?f:u`<a class="button" href=${W({...e,day:n},n)}>${this.t(`today.title`)}</a>`}
      </div>
      <nav aria-label=${this.t(`today.view.title`)}>${Et.map(t=>this.view(t,e))}</nav>
    </div>`}view(e,t){let n=e===t.view?`true`:f;return u`<a href=${W({...t,view:e},this.now)} aria-current=${n}>${this.t(`today.view.${e}`)}</a>`}heading(e,{format:t}){let n=e.day.slice(0,4)===this.now.slice(0,4)?{}:{year:`numeric`};switch(e.view){case`day`:return t.calendarDay(e.day,{weekday:`long`,day:`numeric`,month:`long`,...n});case`week`:return t.calendarRange(...G(e,t.firstWeekday));case`month`:return t.calendarDay(e.day,{month:`long`,year:`numeric`})}}day(e,t){let{session:n}=this,r=e.day!==t.day,i=e.is_today&&zt(e.decisions),a=u`<section class="card">
      <h2>${this.t(`today.decisions.title`)}</h2>
      <earshot-decisions .session=${n} .decisions=${e.decisions}></earshot-decisions>
    </section>`;return u`
      ${this.interrupted()}
      <div class="stack" aria-busy=${r?`true`:`false`}>
        <section class="card hero">
          <earshot-day-sentence .session=${n} .today=${e}>
            <earshot-day-summary .session=${n} .today=${e}></earshot-day-summary>
          </earshot-day-sentence>
        </section>
        ${i?a:f} ${e.is_today?this.listening(n):f}
        <section class="card">
          <h2>${this.t(`today.strip.title`)}</h2>
          <earshot-day-strip .session=${n} .today=${e}></earshot-day-strip>
        </section>
        ${e.is_today?u`<div class="pair">
                ${i?f:a}
                <section class="card">
                  <h2>${this.t(`today.kept.title`)}</h2>
                  <earshot-kept .session=${n} .kept=${e.kept}></earshot-kept>
                </section>
              </div>`:f}
      </div>
    `}listening(e){let{state:t,interrupted:n}=this.listeners;return t.kind===`loading`?f:u`<section class="card">
      <h2>${this.t(`now.title`)}</h2>
      ${t.kind===`failed`||n!==void 0?u`<p class="muted">${this.t(`now.not_known`)}</p>`:u`<earshot-now-strip .session=${e} .now=${t.value}></earshot-now-strip>`}
    </section>`}interrupted(){let e=this.followed.interrupted;return e===void 0?f:u`<p class="card" role="status">${this.t(`today.interrupted`)} ${ge(e,this.t)}</p>`}days(e,t){let n=this.range(),r=e.days[0]?.day!==n?.[0];return u`<section class="card" aria-busy=${r?`true`:`false`}>
      <earshot-days
        .session=${this.session}
        .totals=${e}
        .view=${t}
        .day=${n?.[0]??``}
        .today=${this.now}
      ></earshot-days>
      <p class="muted small note">${this.t(`today.days.note`)}</p>
    </section>`}};$=h([m(`earshot-today-page`)],$);export{$ as EarshotTodayPage};