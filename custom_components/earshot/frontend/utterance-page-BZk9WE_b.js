import{Ct as e,D as t,E as n,Ft as r,Hn as i,It as a,J as o,K as s,Mn as c,Nt as l,Ot as u,P as ee,Pt as te,St as ne,Tt as re,Ut as ie,Vn as ae,X as d,Y as oe,_ as f,_t as se,a as ce,cn as le,d as ue,f as p,g as m,h,in as de,jt as fe,l as pe,o as g,p as _,pt as me,rn as he,tt as ge,ut as _e,v,w as y,x as b,y as x,yn as ve,yt as ye}from"./session-keeper-xz4QIxtX.js";import{n as S,t as be}from"./loaded-CD7GJ6Wy.js";import{t as xe}from"./page-C7cxgX1z.js";import{n as C}from"./panel-BAsqYquz.js";import{c as Se,i as Ce,l as we,n as Te,o as Ee,t as De}from"./sound-81G2xes_.js";import"./confirm-B6-hqJ5H.js";import"./badge-DvRy0Al-.js";import{a as Oe,t as w}from"./words-DhG3eQQw.js";import{n as T,t as E}from"./class-map-Dy-TevgP.js";import{n as ke,t as Ae}from"./waveform-Dr8iEES-.js";var je=`study_false_wakes`;function Me({standing:e,consents:t},n){if(n.outcome===null)return{why:`open`};if(e===`suspended`)return{why:`suspended`};let r=n.satellite?.entity_id;if(r==null)return{why:`no_satellite`};if(!n.contents.some(e=>e.kind===`sound`&&e.erased_at===null))return{why:`no_sound`};let i=t.filter(e=>e.satellite_id===r&&e.suspended===null);if(i.length===0)return{why:`no_consent`};let a=n.outcome===`false_wake`,o=[...new Set(i.map(e=>e.purpose))].filter(e=>e===je===a);return o.length===0?{why:a?`false_wake`:`no_consent`}:{purposes:o}}var D=class extends p{static{this.styles=[...p.styles,t`
      :host {
        display: block;
      }
      .card {
        display: grid;
        gap: 12px;
      }
      .offer {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: 40px;
      }
      .offer earshot-icon:dir(rtl) {
        transform: scaleX(-1);
      }
      button {
        justify-content: start;
        text-align: start;
      }
    `]}constructor(){super(),this.utterance=void 0,this.busy=!1,this.loaded=new S(this,async({client:e},t)=>{let[n,{offers:r},{given:i}]=await Promise.all([e.ask(`earshot/donation/get`),e.ask(`earshot/offers/list`),e.ask(`earshot/given/list`,{utterance_id:t})]);return{donation:n,given:i,offers:r.filter(e=>e.utterance_id===t)}},()=>this.utterance===void 0?void 0:[this.utterance.utterance_id]);let e=!0;new be(this,`earshot/donation/subscribe`,()=>{e||this.loaded.reload(),e=!1})}render(){let{utterance:e,session:t}=this,n=this.loaded.value;if(e===void 0||t===void 0||n===void 0)return b;let{donation:r,offers:i,given:a}=n;return r.standing===`off`&&i.length+a.length===0?b:y`<section class="card" aria-labelledby="giving">
      <h2 id="giving">${this.t(`sharing.giving.title`)}</h2>
      ${i.map(e=>this.offer(e))}
      ${a.map(e=>y`<earshot-given-one .given=${e} @withdraw=${()=>this.withdrawing?.ask(e)}></earshot-given-one>`)}
      ${i.length+a.length===0?this.hand(r,e,t.me.role===`admin`):b}
      <earshot-withdrawing .given=${a} @changed=${()=>this.loaded.reload()}></earshot-withdrawing>
    </section>`}offer({offer_id:e,state:t,may_read:n}){let r=t===`waiting`?this.t(`sharing.giving.offered`):Ee(t,this.t);return n?y`<a class="offer" href=${Te(e)}>${r}<earshot-icon .path=${d}></earshot-icon></a>`:y`<p>${r}</p>`}hand(e,t,n){if(e.standing===`off`)return b;let r=Me(e,t);return`why`in r?y`<p class="muted">${this.t(`sharing.giving.why.${r.why}`)}</p>`:n?y`<p class="muted small">${this.t(`sharing.giving.text`)}</p>
      ${r.purposes.map(e=>y`<button ?disabled=${this.busy} @click=${()=>this.make(t.utterance_id,e)}>
          <earshot-icon .path=${fe}></earshot-icon>${this.t(`sharing.giving.offer`,{purpose:Ce(e,this.t)})}
        </button>`)}`:y`<p class="muted">${this.t(`sharing.giving.not_you`)}</p>`}async make(e,t){let{session:n}=this;if(n!==void 0){this.busy=!0;try{let{offer_id:r}=await n.client.ask(`earshot/offers/make`,{utterance_id:e,purpose:t});ce(Te(r))}catch(e){C(this,{text:pe(h.from(e),this.t),seconds:10})}this.busy=!1}}};_([v({attribute:!1})],D.prototype,`utterance`,void 0),_([f()],D.prototype,`busy`,void 0),_([m(`earshot-withdrawing`)],D.prototype,`withdrawing`,void 0),D=_([x(`earshot-giving`)],D);var Ne=2,Pe=9,Fe={sound:1.5,words:1.1},Ie=3,Le=32,Re={microphone:`sound`,wake_word:`sound`,speech_to_text:`sound`,agent:`words`,text_to_speech:`words`,storage:`sound`,household_member:`sound`,recipient:`sound`,reviewer:`sound`},ze={wake_word:`wake_word`,speech_to_text:`speech_to_text`,conversation:`agent`,text_to_speech:`text_to_speech`};function O(e){let t=new Map;for(let n of e.ears){let e=JSON.stringify([n.label,n.kind,n.place,n.evidence]);t.set(e,[...t.get(e)??[],n])}return[...[...t.values()].map((e,t)=>Be(e,t+1)),...e.blocked.map(Ve)]}function k(e){return{soundMs:j(e.map(e=>e.got.sound_ms)),soundBytes:j(e.map(e=>e.got.sound_bytes)),words:j(e.map(e=>e.got.words))}}function A(e){return e===`satellite`||e===`sandbox`||e===`this_machine`||e===`home_network`}function Be(e,t){let[n]=e;return{key:`ear-${t}`,number:t,label:n.label,kind:n.kind,place:n.place,zone:He(n.place,n.kind),evidence:n.evidence,parts:e,blocked:void 0,strands:Ue(k(e),n.kind)}}function Ve(e,t){return{key:`blocked-${t}`,number:void 0,label:e.label,kind:ze[e.stage],place:e.place,zone:e.place===`satellite`?`this_machine`:He(e.place,ze[e.stage]),evidence:e.evidence,parts:[],blocked:e,strands:[{substance:e.content===`sound`?`sound`:`words`,width:Ie}]}}function He(e,t){return(e===`internet`||e===`unknown`)&&(t===`recipient`||t===`reviewer`)?t:e}function Ue(e,t){let n=e.soundMs??(e.soundBytes===void 0?void 0:e.soundBytes/Le),r=[];return n!==void 0&&r.push({substance:`sound`,width:We(`sound`,n/1e3)}),e.words!==void 0&&r.push({substance:`words`,width:We(`words`,e.words)}),r.length>0?r:[{substance:Re[t],width:Ie}]}function We(e,t){let n=Ne+Fe[e]*Math.log2(1+Math.max(0,t));return Math.round(Math.min(Pe,n)*10)/10}function j(e){let t=e.filter(e=>e!==null);return t.length===0?void 0:t.reduce((e,t)=>e+t,0)}var Ge={sound:i,words:c};function Ke(e,t,{localize:n,format:r}){return t===`words`&&e.words!==void 0?n(`utterance.got.words`,{count:e.words}):t===`sound`&&e.soundMs!==void 0?r.duration(e.soundMs):t===`sound`&&e.soundBytes!==void 0?r.bytes(e.soundBytes):n(`utterance.got.unmeasured`)}function qe({kind:e,got:t},n,r){let{soundMs:i,soundBytes:a,words:o}=k([{got:t}]),{localize:s,format:c}=r;if(e===`reviewer`&&i===0)return s(`utterance.company.shown`);if(i===void 0&&a===void 0&&o===void 0&&n.length>1&&(e===`reviewer`||e===`recipient`))return``;let l=[];if(i!==void 0&&a!==void 0){let e={length:c.duration(i),size:c.bytes(a)};l.push(s(`utterance.got.sound_sized`,e))}else(i!==void 0||a!==void 0)&&l.push(s(`utterance.got.sound`,{amount:Ke({soundMs:i,soundBytes:a,words:o},`sound`,r)}));return o!==void 0&&l.push(s(`utterance.got.words`,{count:o})),l.length===0?s(`utterance.company.unmeasured`):s(`utterance.company.got`,{amount:c.list(l)})}function M(e,{localize:t,format:n},r=`utterance.keeps.until`){if(e.some(e=>e.keeps===`unknown`))return t(`utterance.keeps.unknown`);let i=e.map(e=>e.keeps===`until`?e.until:null).filter(e=>e!==null).sort().at(-1);return i===void 0?t(e.some(e=>e.keeps===`until`)?`utterance.keeps.forever`:`utterance.keeps.nothing`):t(r,{until:n.moment(i)})}var Je={retention:`utterance.erased.retention`,off_the_record:`utterance.erased.off_the_record`,not_entered:`utterance.erased.not_entered`,key_gone:`utterance.erased.key_gone`,lost:`utterance.erased.lost`};function Ye(e,t,{localize:n,format:r}){let i={who:e||n(`utterance.somebody`),at:r.moment(t)};return n(Je[e]??`utterance.erased.person`,i)}var Xe={not_yours:`utterance.sealed.not_yours`,content_gone:`utterance.sealed.content_gone`,content_withheld:`utterance.sealed.content_withheld`,content_damaged:`utterance.sealed.content_damaged`,content_missing:`utterance.sealed.content_missing`,ledger_unavailable:`utterance.sealed.ledger_unavailable`};function Ze(e,t){let n=Xe[e.code];return n===void 0?pe(e,t):t(n)}function Qe(e,t){return e<t.witnessed_size?`witnessed`:e<t.signed_size?`signed`:`unsigned`}function N({contents:e},...t){return e.some(e=>t.includes(e.kind)&&e.erased_at===null)}function $e({contents:e},t){return e.find(e=>e.kind===t)}function et(e){return e.map(({record:e})=>e).filter(e=>e.kind===`accessed`&&e.how!==`search`)}function tt(e,t){return e.map(({record:e})=>e).filter(e=>e.kind===`erased`&&e.contents.some(e=>t.includes(e))).at(-1)}var P=class extends p{constructor(...e){super(...e),this.utterance=void 0,this.entries=[]}static{this.styles=[...p.styles,t`
      ol,
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 28px minmax(0, 1fr);
        gap: 2px 8px;
        padding: 12px 4px;
        border-top: 1px solid var(--divider-color);
      }
      li:first-child {
        border-top: none;
      }
      li:hover {
        background: color-mix(in srgb, var(--primary-text-color) 4%, transparent);
      }
      li > :not(.number) {
        grid-column: 2;
        overflow-wrap: anywhere;
      }
      .number {
        color: var(--es-muted);
        font-variant-numeric: tabular-nums;
      }
      .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 4;
        overflow: hidden;
        font-weight: 500;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
      }
      h3 {
        margin-top: 16px;
        font-size: 1rem;
        font-weight: 500;
      }
      .by {
        overflow-wrap: anywhere;
        display: flex;
        gap: 8px;
        padding: 8px 4px;
        border: none;
        color: var(--es-listened);
      }
    `]}render(){if(this.utterance===void 0)return b;let e=O(this.utterance),t=e.filter(({blocked:e})=>e===void 0),n=e.filter(({blocked:e})=>e!==void 0);return y`
      ${t.length===0?y`<p class="muted">${this.t(`utterance.company.nobody`)}</p>`:y`<ol>${t.map(e=>this.row(e))}</ol>`}
      ${n.length===0?b:y`<h3>${this.t(`utterance.company.barred`)}</h3><ul>${n.map(e=>this.barred(e))}</ul>`}
      ${this.listeners()}
    `}row(e){let{session:t}=this;if(t===void 0)return b;let n=e=>()=>this.dispatchEvent(new CustomEvent(`pointed`,{detail:e}));return y`<li @pointerenter=${n(e.number??0)} @pointerleave=${n(0)}>
      <span class="number" aria-hidden="true">${t.format.number(e.number??0)}</span>
      <div class="name"><bdi>${e.label||this.t(`utterance.somebody`)}</bdi></div>
      <div class="facts small">
        <span class="row"><earshot-icon .path=${w[e.kind]}></earshot-icon>${this.t(`words.ear.${e.kind}`)}</span>
        <earshot-place .place=${e.place}></earshot-place>
        <earshot-evidence .evidence=${e.evidence}></earshot-evidence>
      </div>
      ${e.parts.map(n=>y`<div class="small">
          ${qe(n,e.parts,t)}
          <span class="muted">${M([n],t)}</span>
        </div>`)}
    </li>`}barred({label:e,place:t,blocked:n}){return n===void 0?b:y`<li>
      <div class="name"><bdi>${e}</bdi></div>
      <div class="facts small"><earshot-place .place=${t}></earshot-place></div>
      <div class="small">${this.t(`utterance.blocked.${n.content===`sound`?`sound`:`words`}`)}</div>
      <div class="small muted">${this.t(rt(n.rule,n.answer))}</div>
    </li>`}listeners(){let{session:e}=this,t=et(this.entries);return t.length===0||e===void 0?b:y`<h3>${this.t(`utterance.company.listened`)}</h3>
      <ul>
        ${t.map(({how:t,who:n,at:r})=>y`<li class="by">
            <earshot-icon .path=${w.household_member}></earshot-icon>
            <span>${this.t(nt[t]??`utterance.read.other`,{who:n||this.t(`utterance.somebody`),at:e.format.moment(r)})}</span>
          </li>`)}
      </ul>`}};_([v({attribute:!1})],P.prototype,`utterance`,void 0),_([v({attribute:!1})],P.prototype,`entries`,void 0),P=_([x(`earshot-company`)],P);var nt={words:`utterance.read.words`,sound:`utterance.read.sound`,export:`utterance.read.export`,found:`utterance.read.found`};function rt(e,t){return e===`ask`?t===`no`?`utterance.rule.said_no`:`utterance.rule.silence`:e===`local_only`?`utterance.rule.local_only`:e===`no_rule`?`utterance.rule.no_rule`:`utterance.rule.unreadable`}function it({utterance:e,entries:t},n,r){let{localize:i,format:a}=r,o=e=>e??i(`utterance.words.missing`);return[`${at(e,r)}, ${a.date(e.at)} ${a.time(e.at,!0)}`,i(`words.outcome.${e.outcome??`open`}`),i(e.left_house?`words.left_house.yes`:`words.left_house.no`),...n===void 0?[]:[`${i(`utterance.words.said`)}: ${o(n.words)}`],...n===void 0?[]:[`${i(`utterance.words.answered`)}: ${o(n.response)}`],``,`${i(`utterance.company.title`)}:`,...O(e).map(e=>{let t=[i(`words.ear.${e.kind}`),i(`words.place.${e.place}`)].join(`, `);if(e.blocked!==void 0)return`– ${e.label} (${t}): ${i(rt(e.blocked.rule,e.blocked.answer))}`;let n=e.parts.map(t=>`${qe(t,e.parts,r)} ${M([t],r)}.`.trimStart()),a=i(`words.evidence.${e.evidence}`);return`${e.number}. ${e.label} (${t}; ${a}): ${n.join(` / `)}`}),...et(t).map(({who:e,at:t,how:n})=>`– ${e}, ${a.moment(t)}: ${i(`utterance.value.how.${n}`)}`),``,e.utterance_id].join(`
`)}function at({satellite:e},{localize:t}){if(e===null)return t(`utterance.unheard`);let{label:n,area:r}=e;return r===null||r===``||n.includes(r)?n:t(`utterance.headline`,{satellite:n,area:r})}var ot=10,F=class extends p{constructor(...e){super(...e),this.told=void 0,this.words=void 0,this.copy=async()=>{let{told:e,session:t}=this;if(e===void 0||t===void 0)return;let n=await Se(it(e,this.words,t)),r=this.words===void 0?`utterance.copy.facts`:`utterance.copy.words`;C(this,{text:this.t(n?r:`utterance.copy.failed`)})},this.receipt=()=>this.attempt(`receipt`,async e=>{let t=await this.session?.client.ask(`earshot/utterances/receipt`,{utterance_id:e});t!==void 0&&(we(t.filename,t.receipt),C(this,{text:this.t(`utterance.receipt.saved`,{file:t.filename})}))}),this.erase=()=>this.attempt(`erase`,async e=>{let t={utterance_ids:[e],after:ot},n=await this.session?.client.work(`earshot/utterances/erase`,t,ct,e=>{e.type===`waiting`&&this.wait(e.ticket)});n?.type===`kept`&&C(this,{text:this.t(`utterance.erase.kept`)}),n?.type===`forgotten`&&this.tellForgotten(n.forgotten),this.changed()}),this.keep=async()=>{let{ticket:e,session:t}=this;if(e!==void 0&&t!==void 0)try{await t.client.ask(`earshot/utterances/keep`,{ticket:e})}catch(e){this.fail(e)}},this.notMeant=async()=>{await this.confirm.ask({heading:this.t(`utterance.not_meant.title`),text:this.t(`utterance.not_meant.text`),action:this.t(`utterance.actions.not_meant`)})&&await this.attempt(`not_meant`,async e=>{await this.session?.client.ask(`earshot/utterances/not_meant`,{utterance_id:e}),C(this,{text:this.t(`utterance.not_meant.done`)}),this.changed()})},this.redact=async()=>{await this.confirm.ask({heading:this.t(`utterance.redact.title`),text:this.t(`utterance.redact.text`),action:this.t(`utterance.redact.action`),danger:!0})&&await this.attempt(`redact`,async e=>{let t=await this.session?.client.work(`earshot/utterances/redact`,{utterance_ids:[e]},st);t?.type===`forgotten`&&this.dispatchEvent(new CustomEvent(`redacted`,{detail:t.forgotten}))})}}static{this.styles=[...p.styles,t`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 12px;
      }
      .waiting {
        margin-top: 12px;
      }
    `]}render(){let{told:e,session:t}=this;if(e===void 0||t===void 0)return b;let{utterance:n,may_change:r}=e,i=n.outcome!==null,a=i&&r&&N(n,`sound`,`words`,`response`);return y`<h2>${this.t(`utterance.actions.title`)}</h2>
      ${this.ticket===void 0?b:this.waiting()}
      <div class="buttons">
        ${this.button(_e,`utterance.actions.copy`,this.copy)}
        ${this.button(le,`utterance.actions.receipt`,this.receipt)}
        ${a&&this.ticket===void 0?this.button(ye,`utterance.actions.erase`,this.erase):b}
        ${i&&r&&n.outcome!==`false_wake`?this.button(ae,`utterance.actions.not_meant`,this.notMeant):b}
        ${i&&t.me.role===`admin`?this.button(me,`utterance.actions.redact`,this.redact,`danger`):b}
      </div>
      <earshot-confirm></earshot-confirm>`}button(e,t,n,r=``){return y`<button class=${r} ?disabled=${this.busy!==void 0} @click=${n}>
      <earshot-icon .path=${e}></earshot-icon>${this.t(t)}
    </button>`}waiting(){return y`<div class="row wrap waiting" role="status">
      <span>${this.t(`utterance.erase.waiting`)}</span>
      <button @click=${this.keep}>${this.t(`utterance.erase.undo`)}</button>
    </div>`}wait(e){this.ticket=e;let t={label:this.t(`utterance.erase.undo`),run:this.keep};C(this,{text:this.t(`utterance.erase.waiting`),action:t,seconds:ot}),this.changed()}tellForgotten({in_flight:e,contents:t}){let n=e>0?`utterance.erase.in_flight`:`utterance.erase.done`;C(this,{text:this.t(n,{count:t})})}async attempt(e,t){let{told:n}=this;if(n!==void 0){this.busy=e;try{await t(n.utterance.utterance_id)}catch(e){this.fail(e)}finally{this.busy=void 0,this.ticket=void 0}}}fail(e){let t=h.from(e);C(this,{text:t.denied?this.t(`utterance.refused`):pe(t,this.t),seconds:10})}changed(){this.dispatchEvent(new CustomEvent(`changed`))}};_([v({attribute:!1})],F.prototype,`told`,void 0),_([v({attribute:!1})],F.prototype,`words`,void 0),_([f()],F.prototype,`busy`,void 0),_([f()],F.prototype,`ticket`,void 0),_([m(`earshot-confirm`)],F.prototype,`confirm`,void 0),F=_([x(`earshot-utterance-actions`)],F);function st(e){return e.type===`forgotten`}function ct(e){return e.type===`forgotten`||e.type===`kept`}var lt=class extends p{constructor(...e){super(...e),this.utterance=void 0}static{this.styles=[...p.styles,t`
      :host {
        display: grid;
        gap: 8px;
        overflow-wrap: anywhere;
      }
      ul {
        display: grid;
        gap: 6px;
        margin: 0;
        padding-inline-start: 20px;
      }
      h3 {
        margin-top: 4px;
      }
      code {
        font-size: 0.9em;
      }
    `]}render(){let e=this.utterance?.acted;return y`<h2>${this.t(`utterance.deeds.title`)}</h2>
      ${e==null?y`<p class="muted">${this.t(`utterance.deeds.not_entered`)}</p>`:this.acted(e)}`}acted({evidence:e,deeds:t,changed:n,left_out:r}){let i=t.length===0&&n.length===0&&r===0;return i&&e===`unknown`?y`<p class="muted">${this.t(`utterance.deeds.unknown`)}</p>`:i?y`<p class="muted">${this.t(`utterance.deeds.nothing`)}</p>`:y`
      ${t.length===0?b:y`<ul>${t.map(e=>this.deed(e))}</ul>`}
      ${n.length===0?b:y`<h3 class="small muted">${this.t(`utterance.deeds.changed`)}</h3>
              <ul>${n.map(e=>y`<li>${this.target(e)}</li>`)}</ul>`}
      ${r===0?b:y`<p class="small muted">${this.t(`utterance.deeds.left_out`,{count:r})}</p>`}
      ${e===`unknown`?y`<p class="small muted">${this.t(`utterance.deeds.maybe_more`)}</p>`:b}
    `}deed({action:e,targets:t,through:n}){return y`<li>
      <code>${e}</code>
      ${t.map(e=>y`<div>${this.target(e)}</div>`)}
      ${n===null?b:y`<div class="small muted">${this.t(`utterance.deeds.through`,{entity:this.named(n)})}</div>`}
    </li>`}target({entity_id:e,area:t}){return y`<bdi>${this.named(e)}</bdi>${t===null?b:y` <bdi class="muted small">${t}</bdi>`}`}named(e){let t=this.session?.hass().states[e]?.attributes.friendly_name;return typeof t==`string`&&t!==``?t:e}};_([v({attribute:!1})],lt.prototype,`utterance`,void 0),lt=_([x(`earshot-utterance-deeds`)],lt);var ut={place:`place`,evidence:`evidence`,kind:`ear`,stage:`stage`,content:`content`,contents:`content`,outcome:`outcome`},dt=new Set([`at`,`until`,`happened`,`began`,`ended`]);function ft(e,t){let{kind:n,utterance_id:r,...i}=e;return pt(i,t)}function pt(e,t){return Object.entries(e).filter(([,e])=>e!=null&&e!==``).map(([e,n])=>({name:mt(e,t),value:ht(e,n,t)}))}function mt(e,{localize:t}){let n=`utterance.field.${e}`,r=t(n);return r===n?e:r}function ht(e,t,n){return Array.isArray(t)?gt(e,t,n):typeof t==`object`&&t?[pt(t,n)]:_t(e,t,n)}function gt(e,t,n){return t.some(e=>typeof e==`object`)?t.map(e=>pt(e,n)):t.length===0?n.localize(`utterance.none`):n.format.list(t.map(t=>_t(e,t,n)))}function _t(e,t,n){let{localize:r,format:i}=n;if(typeof t==`boolean`)return r(t?`utterance.yes`:`utterance.no`);if(typeof t==`number`)return vt(e,t,n);let a=String(t);return dt.has(e)?`${i.date(a)} ${i.time(a,!0)}`:yt(e,a,n)??a}function vt(e,t,{format:n}){return e.endsWith(`_ms`)?n.duration(t):e===`size`||e.endsWith(`_bytes`)?n.bytes(t):n.number(t)}function yt(e,t,{localize:n}){if(/^[a-z_]+$/.test(t))return[`words.${ut[e]??e}.${t}`,`utterance.value.${e}.${t}`].map(e=>[e,n(e)]).find(([e,t])=>e!==t)?.[1]}var bt={witnessed:ne,signed:re,unsigned:ge},xt=class extends p{constructor(...e){super(...e),this.told=void 0}static{this.styles=[...p.styles,t`
      ol {
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        border-top: 1px solid var(--divider-color);
      }
      summary {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 0 12px;
        min-height: 48px;
        padding: 6px 4px;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary > earshot-icon {
        color: var(--es-muted);
        transition: rotate 0.15s;
      }
      details[open] > summary > earshot-icon {
        rotate: 180deg;
      }
      .when,
      .proof {
        font-size: 0.875rem;
        color: var(--es-muted);
      }
      .proof {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
      .proof.witnessed {
        color: var(--es-inside);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(8em, auto) 1fr;
        gap: 4px 16px;
        margin: 0;
        overflow-wrap: anywhere;
        font-size: 0.875rem;
      }
      details > dl {
        padding: 4px 4px 16px 36px;
      }
      dt {
        color: var(--es-muted);
      }
      dd {
        margin: 0;
      }
      dd dl {
        padding-inline-start: 12px;
        border-inline-start: 2px solid var(--divider-color);
        margin-bottom: 6px;
      }
      .hash {
        font-family: var(--ha-font-family-code, monospace);
        font-size: 0.8125rem;
      }
      @media (max-width: 600px) {
        dl {
          grid-template-columns: 1fr;
          gap: 0;
        }
        dd {
          margin-bottom: 6px;
        }
        details > dl {
          padding-inline-start: 12px;
        }
      }
    `]}render(){let{told:e,session:t}=this;return e===void 0||t===void 0?b:y`<h2>${this.t(`utterance.entries.title`)}</h2>
      <p class="small muted">${this.t(`utterance.entries.intro`)}</p>
      <ol>${e.entries.map(n=>this.entry(n,Qe(n.index,e.proof),t))}</ol>`}entry(e,t,n){let{record:r,index:i,leaf_hash:a}=e;return y`<li>
      <details>
        <summary>
          <earshot-icon .path=${o}></earshot-icon>
          <span>
            ${this.kind(r.kind)} <span class="when">${this.about(r)} ${n.format.time(r.at,!0)}</span>
          </span>
          <span class="proof ${t}"><earshot-icon .path=${bt[t]}></earshot-icon>${this.t(`utterance.proof.${t}`)}</span>
        </summary>
        <dl>
          ${ft(r,n).map(e=>this.fact(e))}
          <dt>${this.t(`utterance.entries.index`)}</dt>
          <dd>${n.format.number(i)}</dd>
          <dt>${this.t(`utterance.entries.leaf`)}</dt>
          <dd class="hash">${a}</dd>
          <dt>${this.t(`utterance.entries.proof`)}</dt>
          <dd>${this.t(`utterance.proof_why.${t}`)}</dd>
        </dl>
      </details>
    </li>`}kind(e){let t=`utterance.entry.${e}`,n=this.t(t);return n===t?e:n}about(e){return e.kind===`processed`||e.kind===`blocked`?this.t(`words.stage.${e.stage}`):e.kind===`stored`?this.t(`words.content.${e.content}`):``}fact({name:e,value:t}){return y`<dt>${e}</dt>
      <dd>
        ${typeof t==`string`?y`<bdi>${t}</bdi>`:t.map(e=>y`<dl>${e.map(e=>this.fact(e))}</dl>`)}
      </dd>`}};_([v({attribute:!1})],xt.prototype,`told`,void 0),xt=_([x(`earshot-utterance-entries`)],xt);var St=class extends p{constructor(...e){super(...e),this.told=void 0}static{this.styles=[...p.styles,t`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        overflow-wrap: anywhere;
      }
      h1 {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        font-size: 1.5rem;
        font-weight: 500;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
      }
      .mark {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: 0.9375rem;
      }
      .inside {
        color: var(--es-inside);
      }
      .outside {
        color: var(--es-outside);
      }
      .listened {
        color: var(--es-listened);
      }
      ul {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .beyond {
        display: flex;
        gap: 8px;
        padding: 12px 16px;
        border-radius: 12px;
        background: color-mix(in srgb, var(--es-unknown) 12%, transparent);
      }
      .beyond earshot-icon {
        color: var(--es-unknown);
      }
    `]}render(){let{told:e,session:t}=this;if(e===void 0||t===void 0)return b;let{utterance:n}=e,{at:r,outcome:i,outside:a}=n,{format:o}=t;return y`
      <h1><bdi>${at(n,t)}</bdi></h1>
      <p class="muted">${o.day(r)}, ${o.time(r,!0)}</p>
      <div class="marks" role=${i===null?`status`:b}>
        <earshot-outcome .outcome=${i}></earshot-outcome>
        ${this.left(n)}
        ${n.listened?wt(`listened`,se,this.t(`words.listened`)):b}
      </div>
      ${a===null?b:y`<div class="beyond" role="note"><earshot-icon .path=${ee}></earshot-icon><span>${this.t(`utterance.outside.${a}`)}</span></div>`}
      <ul class="small muted">${this.circumstances(n,t).map(e=>y`<li>${e}</li>`)}</ul>
    `}left({left_house:e,outcome:t}){return e?wt(`outside`,r,this.t(`words.left_house.yes`)):t===null?b:wt(`inside`,a,this.t(`words.left_house.no`))}circumstances(e,{format:t}){let{wake_word:n,woken_by:r,given:i,prompted:a,user:o,assistant:s,also_heard:c,code:l,disowned_by:u,speech_by_token:ee}=e;return[n?this.t(Ct[r??``]??`utterance.how.woken`,{word:n}):void 0,i===`typed`?this.t(`utterance.how.typed`):void 0,i===`action`?this.t(`utterance.how.action`):void 0,a?this.t(`utterance.how.prompted`,{action:a}):void 0,o?this.t(`utterance.how.user`,{user:o}):void 0,s?this.t(`utterance.how.assistant`,{assistant:s}):void 0,c.length>0?this.t(`utterance.how.also_heard`,{satellites:t.list(c.map(({label:e})=>e))}):void 0,u===null?void 0:this.t(`utterance.how.disowned`,{who:u||this.t(`utterance.somebody`)}),l?this.t(`utterance.how.failed`,{code:l}):void 0,ee?this.t(`utterance.how.speech_by_token`):void 0].filter(e=>e!==void 0)}};_([v({attribute:!1})],St.prototype,`told`,void 0),St=_([x(`earshot-utterance-heading`)],St);var Ct={engine:`utterance.how.woken_by_engine`,satellite:`utterance.how.woken_by_satellite`};function wt(e,t,n){return y`<span class="mark ${e}"><earshot-icon .path=${t}></earshot-icon>${n}</span>`}var Tt=18;function Et(e,t){return Math.max(4,Math.min(13,t/Math.max(1,e)))}function I(e,t,n){return e.y+e.height/2+(t-(n-1)/2)*Tt}function Dt(e,t=10){let[n,...r]=e;if(n===void 0)return``;let i=[`M${n.x} ${n.y}`];return r.forEach((n,a)=>{let o=e[a],s=r[a+1];if(o===void 0||s===void 0){i.push(`L${n.x} ${n.y}`);return}let c=Math.min(t,Ot(o,n)/2,Ot(n,s)/2),l=kt(n,o,c),u=kt(n,s,c);i.push(`L${l.x} ${l.y}Q${n.x} ${n.y} ${u.x} ${u.y}`)}),i.join(``)}function Ot(e,t){return Math.hypot(e.x-t.x,e.y-t.y)}function kt(e,t,n){let r=Ot(e,t);return r===0?e:{x:e.x+(t.x-e.x)*n/r,y:e.y+(t.y-e.y)*n/r}}function At(e,t,n,r,i=10){return[{x:e,y:n},{x:e,y:r},{x:(e+t)/2,y:i},{x:t,y:r},{x:t,y:n}]}var jt=t`
  .sound {
    --line: var(--es-sound);
  }
  .words {
    --line: var(--es-words);
  }
  .strand {
    fill: none;
    stroke: var(--line);
    stroke-linejoin: round;
  }
  .unknown .strand {
    stroke-linecap: round;
  }
  .core {
    fill: none;
    stroke: var(--inner);
  }
  .unknown .core,
  .declared .core {
    display: none;
  }
  .end {
    fill: var(--line);
  }
  .lock circle {
    fill: var(--inner);
    stroke: var(--line);
    stroke-width: 1.5;
  }
  .lock path {
    fill: var(--line);
  }
  .bar {
    fill: none;
    stroke: var(--es-danger);
    stroke-width: 5;
    stroke-linecap: round;
  }
`,Mt=t`
  :host {
    --paper: var(--ha-card-background, var(--card-background-color));
    --inner: color-mix(in srgb, var(--paper) 94%, var(--primary-text-color));
  }
  svg {
    position: absolute;
    inset: 0;
  }
  .walls {
    fill: color-mix(in srgb, var(--paper) 97%, var(--primary-text-color));
    stroke: var(--es-outline);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .roof {
    fill: none;
    stroke: var(--es-quiet);
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .chimney {
    fill: var(--es-quiet);
  }
  .ground {
    stroke: var(--es-outline);
    stroke-width: 2;
    stroke-linecap: round;
  }
  .room {
    fill: var(--inner);
  }
  .room.sandbox {
    fill: color-mix(in srgb, var(--es-inside) 9%, var(--inner));
    stroke: var(--es-inside);
    stroke-width: 2.5;
  }
  .room.satellite.roaming {
    fill: none;
    stroke: var(--es-outline);
    stroke-dasharray: 5 5;
  }
  g {
    transition: opacity 0.2s;
  }
  .faded {
    opacity: 0.25;
  }
  .heading,
  .hub,
  .station,
  .quiet {
    position: absolute;
    overflow: hidden;
    direction: ltr;
  }
  .heading {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 14px;
    font-weight: 500;
    color: var(--es-muted);
  }
  .heading span {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .heading.sandbox,
  .heading.this_machine,
  .heading.satellite {
    color: var(--es-inside);
  }
  .heading.home_network {
    color: var(--es-network);
  }
  .heading.internet {
    color: var(--es-outside);
  }
  .heading.unknown {
    color: var(--es-unknown);
  }
  .heading.recipient,
  .heading.reviewer {
    color: var(--es-listened);
  }
  .hub {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 0 14px;
    border-radius: 12px;
    background: color-mix(in srgb, var(--es-accent) 14%, var(--paper));
    border: 1px solid color-mix(in srgb, var(--es-accent) 45%, transparent);
  }
  .hub earshot-icon {
    font-size: 22px;
    color: var(--es-link);
  }
  .hub div {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .hub span {
    font-size: 13px;
    line-height: 1.25;
    color: var(--es-muted);
  }
  .hub b {
    font-size: 16px;
    font-weight: 500;
    line-height: 1.2;
  }
  .station {
    --place: var(--es-inside);
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 1px;
    padding: 6px 8px 6px 9px;
    border: 1px solid color-mix(in srgb, var(--place) 40%, var(--paper));
    border-inline-start: 4px solid var(--place);
    border-radius: 10px;
    background: var(--paper);
    transition: opacity 0.2s;
  }
  .roaming .heading.satellite {
    color: var(--es-muted);
  }
  .roaming .station.satellite {
    --place: var(--es-quiet);
  }
  .station.home_network {
    --place: var(--es-network);
  }
  .station.internet {
    --place: var(--es-outside);
  }
  .station.unknown {
    --place: var(--es-unknown);
  }
  .station.recipient,
  .station.reviewer {
    --place: var(--es-listened);
  }
  .station.barred {
    border-style: dashed;
    background: none;
  }
  .station > div {
    display: flex;
    align-items: center;
    gap: 5px;
    flex: none;
    height: 18px;
    font-size: 13px;
    white-space: nowrap;
    overflow: hidden;
  }
  .station > .label {
    align-items: flex-start;
    gap: 6px;
    height: auto;
    max-height: 37px;
    margin-bottom: 2px;
    font-size: 14px;
    font-weight: 500;
    line-height: 18px;
    white-space: normal;
  }
  .label bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .kind span,
  .keeps span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .kind,
  .keeps {
    color: var(--es-muted);
  }
  .got {
    gap: 6px !important;
  }
  .got span {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    color: var(--line);
  }
  .number {
    flex: none;
    min-width: 18px;
    height: 18px;
    padding: 0 4px;
    border-radius: 9px;
    background: var(--place);
    color: var(--paper);
    font-size: 12px;
    line-height: 18px;
    text-align: center;
  }
  .quiet {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--es-inside);
    font-size: 16px;
    font-weight: 500;
  }
  .quiet earshot-icon {
    font-size: 20px;
  }
`,Nt=[`internet`,`unknown`,`recipient`,`reviewer`];function L(e){return t=>t.zone===e}function R(e,t,n,r){return{stations:e.map((e,i)=>({station:e,rect:{x:t,y:n+i*122,width:r,height:110}})),rooms:[],headings:[],bottom:n+e.length*122}}function Pt(e,t,n,r){if(e.length===0)return R([],t,n,r);let i=R(e,t+12,n+28+4,r-24),a=i.bottom-12+12-n;return{stations:i.stations,rooms:[{zone:`sandbox`,rect:{x:t,y:n,width:r,height:a}}],headings:[{zone:`sandbox`,rect:{x:t+12,y:n+4,width:r-24,height:24}}],bottom:n+a+12}}function Ft(e,t,n,r){let i=n-28,a=[],o=[];for(let n of Nt){let s=e.filter(L(n));if(s.length===0)continue;a.push({zone:n,rect:{x:t,y:i,width:r,height:28}});let c=R(s,t,i+28,r);o.push(...c.stations),i=c.bottom+6}return{stations:o,rooms:[],headings:a,bottom:i}}function z(e,t,n,r){return{zone:e,rect:{x:t,y:n-28,width:r,height:28}}}function It(e){let t=e.filter(e=>e.zone===`satellite`&&e.blocked===void 0),n=t.find(e=>e.kind===`microphone`)??t[0];return{source:n,others:e.filter(e=>e.zone===`satellite`&&e!==n)}}function Lt(e){return e.filter(e=>!A(e.zone))}function B(e){return e.reduce((e,t)=>e+t.strands.length,0)}var Rt=12,zt=14,Bt=9;function V(e){return e.flatMap(e=>{let{strands:t,key:n}=e.station;return t.map((r,i)=>({placed:e,strand:r,key:`${n}-${r.substance}`,y:I(e.rect,i,t.length)}))}).sort((e,t)=>e.y-t.y)}function H(e,t,n){return e-(t+.5)*n}function U(e,t,n,r){let{rect:i,station:a}=e.placed,o=t.at(-1),s=[...t,{x:o?.x??i.x,y:e.y},{x:i.x,y:e.y}],c=a.blocked===void 0?void 0:Vt(s,e,A(a.zone)?void 0:r);return{key:e.key,strand:{...e.strand,width:Math.min(e.strand.width,Math.max(1.5,n-2.5))},evidence:a.evidence,points:Ht(c?.points??s),lock:a.evidence===`enforced`&&c===void 0?{x:i.x-Rt,y:e.y}:void 0,bar:c&&{...c.bar,half:Math.max(3,Math.min(Bt,n/2))}}}function Vt(e,t,n){if(n===void 0){let n={x:t.placed.rect.x-zt,y:t.y};return{points:[...e.slice(0,-1),n],bar:{at:n,upright:!0}}}let[r]=e,i=r!==void 0&&r.y===n.y;return{points:[...i?e.slice(0,1):e.slice(0,2),n],bar:{at:n,upright:i}}}function Ht(e){let t=[];return e.forEach((n,r)=>{let i=t.at(-1),a=e[r+1],o=i!==void 0&&i.x===n.x&&i.y===n.y,s=i!==void 0&&a!==void 0&&(i.x===n.x&&n.x===a.x||i.y===n.y&&n.y===a.y);!o&&!s&&t.push(n)}),t}function Ut(e,t){let{rect:n,station:r}=e.placed,i={x:n.x+n.width,y:e.y},a={x:t.x,y:e.y};return{key:e.key,strand:e.strand,evidence:r.evidence,points:[i,a],lock:r.evidence===`enforced`?{x:(i.x+a.x)/2,y:e.y}:void 0,bar:void 0}}var W=6,Wt=72,Gt=48,Kt=64,qt=56,Jt=14;function Yt(e,t,n){return new Xt(e,t,n).draw()}var Xt=class{constructor(e,t,n){this.stations=e,this.width=t,this.roaming=n,this.stacks=[],this.rooms=[],this.headings=[],this.y=10;let{source:r,others:i}=It(e);this.source=r,this.others=i;let a=Math.max(1,B(e.filter(e=>e.zone!==`satellite`)),B(i)+2);this.spacing=Et(a,Wt),this.right=W+12+a*this.spacing,this.cardX=this.right+28,this.card=t-W-12-this.cardX}draw(){let e=this.roaming&&this.source!==void 0,t=e?this.drawSatellite():[],n=this.y;this.y+=Gt;let r=this.y;e||(t=this.drawSatellite());let i=this.drawHub(),a=[...this.drawMachine(i),...this.drawNetwork()],o=this.y,s=this.drawAway(o);return{shape:`tall`,width:this.width,height:this.y+4,outline:At(W,this.width-W,o,r,n),ground:o,rooms:this.rooms,headings:[...this.headings,...this.stacks.flatMap(({headings:e})=>e)],hub:i,stations:this.stacks.flatMap(e=>e.stations),lines:[...this.sourceLines(t,i),...this.hubLines([...a,...s.stations],i,o)],quiet:s.quiet}}drawSatellite(){return this.source===void 0?[]:this.room(`satellite`,e=>R([this.source,...this.others],this.cardX,e,this.card))}drawHub(){let e=B(this.stations.filter(e=>e.zone!==`satellite`)),t=this.source?.strands.length??0,n=this.y+28+12,r=Math.max(Kt,28+(t+e)*Math.max(this.spacing,6));return this.headings.push(z(`this_machine`,this.cardX,n,this.card)),{x:this.cardX,y:n,width:this.card,height:r}}drawMachine(e){let t=e.y-28-4,n=Pt(this.stations.filter(L(`sandbox`)),this.cardX,e.y+e.height+12,this.card),r=R(this.stations.filter(L(`this_machine`)),this.cardX,n.bottom,this.card);return this.stacks.push(n,r),this.close(`this_machine`,t,r.bottom),this.rooms.push(...n.rooms),[...n.stations,...r.stations]}drawNetwork(){let e=this.stations.filter(L(`home_network`));return e.length===0?[]:this.room(`home_network`,t=>R(e,this.cardX,t,this.card))}drawAway(e){let t=Lt(this.stations),n=Ft(t,this.cardX,e+12+28,this.card);if(this.stacks.push(n),this.y=t.length===0?e+12:n.bottom,t.some(e=>e.blocked===void 0))return{stations:n.stations,quiet:void 0};let r={x:this.cardX,y:this.y,width:this.card,height:qt};return this.y+=qt,{stations:n.stations,quiet:r}}sourceLines(e,t){let[n,...r]=e;if(n===void 0)return[];let i={station:n.station,rect:{...t,height:28}},a=[...V(r),...V([i])];return a.map((e,t)=>{let r=I(n.rect,0,1)+((a.length-1)/2-t)*Math.min(this.spacing,8),i=H(this.right,t,this.spacing);return U(e,[{x:n.rect.x,y:r},{x:i,y:r}],this.spacing)})}hubLines(e,t,n){let r=V(e),i=Math.max(this.spacing,6);return r.map((e,r)=>{let a=t.y+t.height-Jt-r*i,o=H(this.right,r,this.spacing);return U(e,[{x:t.x,y:a},{x:o,y:a}],this.spacing,{x:o,y:n})})}room(e,t){let n=this.y+12+28,r=t(n);return this.headings.push(z(e,this.cardX,n,this.card)),this.stacks.push(r),this.close(e,n-28-4,r.bottom),r.stations}close(e,t,n){let r=n-12+12,i=W+6;this.rooms.push({zone:e,rect:{x:i,y:t,width:this.width-2*i,height:r-t}}),this.y=r+6}},Zt=8,Qt=148,$t=240,G=22,en=20,tn=3,nn=100,rn=76,K=rn+12+28;function an(e,t,n){for(let r of on(e)){let i=new sn(e,r,t,n);if(i.fits)return i.draw()}}function on(e){let t=e.filter(L(`sandbox`)),n=e.filter(L(`this_machine`)),r=[],i=t.length>0?[{boxed:t,open:[]}]:[];if(n.length>tn){let e=Math.ceil(n.length/2);r.push([...i,{boxed:[],open:n.slice(0,e)},{boxed:[],open:n.slice(e)}])}return i.length>0&&n.length>0&&r.push([...i,{boxed:[],open:n}]),r.push([{boxed:t,open:n}]),r}var sn=class{constructor(e,t,n,r){this.columns=t,this.width=n,this.roaming=r,this.rooms=[],this.stacks=[],this.headings=[],this.lines=[];let{source:i,others:a}=It(e);this.source=i,this.others=a,this.network=e.filter(L(`home_network`)),this.away=Lt(e);let o=[a,...t.map(cn),this.network,this.away];this.spacing=Et(Math.max(...o.map(B)),nn);let s=this.fixedWidth(),c=t.length+1+[this.source,this.network[0]].filter(e=>e!==void 0).length;this.card=Math.floor(Math.min($t,(n-s)/c)),this.x=Zt+Math.max(0,Math.floor((n-s-c*this.card)/2))}get fits(){return this.card>=Qt}draw(){let e=this.roaming&&this.source!==void 0,t=e?this.drawSatellite():void 0,n=this.x;this.x+=12;let r=e?t:this.drawSatellite(),i=this.drawMachine();this.drawSource(r,i),this.drawNetwork(i),this.x+=12;let a=this.x,o=this.drawAway(i,a),s=this.floor(i,o),c=s+12,l=this.quiet(o);return{shape:`wide`,width:this.width,height:Math.max(c+10,l===void 0?0:l.y+l.height)+4,outline:At(n,a,c,rn),ground:c,rooms:[...this.rooms.map(e=>un(e,s)),...this.stacks.flatMap(({rooms:e})=>e)],headings:[...this.headings,...[...this.stacks,o].flatMap(({headings:e})=>e)],hub:i,stations:[...this.stacks,o].flatMap(({stations:e})=>e),lines:this.lines,quiet:l}}floor(e,t){let n=[e.y+e.height+12,t.bottom,...this.stacks.map(({bottom:e})=>e)];return Math.max(...n)-12+12}gutter(e){return e.length===0?0:B(e)*this.spacing+28}fixedWidth(){let e=this.source===void 0?0:this.gutter(this.others)+24+G,t=this.network.length===0?0:this.gutter(this.network)+24+G;return 40+en+e+t+this.machineWidth(0)+this.gutter(this.away)}machineWidth(e){return this.columns.reduce((t,n)=>t+this.gutter(cn(n))+e+12,12)}drawSatellite(){if(this.source===void 0)return;let e=this.gutter(this.others),t=this.x+12+e,n=R([this.source,...this.others],t,K,this.card);return this.headings.push(z(`satellite`,t,K,this.card)),this.stacks.push(n),this.room(`satellite`,K,e+this.card+24),this.x+=G,n}drawMachine(){let e=this.machineWidth(this.card),t=B(this.away)+B(this.network),n=Math.max(110,this.exit(t)-K+4),r={x:this.x+12,y:K,width:e-24,height:n};this.headings.push(z(`this_machine`,r.x,K,r.width));let i=this.x;for(let e of this.columns)i+=12+this.gutter(cn(e)),this.drawColumn(e,i,r),i+=this.card;return this.room(`this_machine`,K,e),r}drawColumn(e,t,n){let r=n.y+n.height+20,i=Pt(e.boxed,t,r,this.card),a=R(e.open,t,i.bottom,this.card);this.stacks.push(i,a),V([...i.stations,...a.stations]).forEach((e,r)=>{let i=H(t-28,r,this.spacing);this.lines.push(U(e,[{x:i,y:n.y+n.height}],this.spacing))})}drawSource(e,t){let[n,...r]=e?.stations??[];if(n===void 0)return;let{rect:i}=n;this.lines.push(...V([n]).map(e=>Ut(e,t)));let a=V(r);a.forEach((e,t)=>{let n=I(i,0,1)+(a.length/2-t)*Math.min(this.spacing,8),r=H(i.x-28,t,this.spacing);this.lines.push(U(e,[{x:i.x,y:n},{x:r,y:n}],this.spacing))})}drawNetwork(e){let{network:t,spacing:n}=this;if(t.length===0)return;this.x+=G;let r=this.gutter(t),i=B(this.away),a=i===0?K:this.exit(i)+28+4,o=Math.max(a,this.exit(i+B(t)-1)-ln(t)),s=R(t,this.x+12+r,o,this.card),c=this.x+12+r;this.headings.push(z(`home_network`,c,o,this.card)),this.stacks.push(s),this.room(`home_network`,o,r+this.card+24),V(s.stations).forEach((t,r)=>{let a=this.exit(i+r),o=H(c-28,r,n);this.lines.push(U(t,[{x:e.x+e.width,y:a},{x:o,y:a}],n))})}drawAway(e,t){let{away:n,spacing:r}=this,i=t+en+this.gutter(n),a=Ft(n,0,0,0).stations.map(({station:e})=>e),o=Ft(n,i,Math.max(K,this.exit(B(n)-1)-ln(a)),this.card);return V(o.stations).forEach((n,a)=>{let o=this.exit(a),s=H(i-28,a,r);this.lines.push(U(n,[{x:e.x+e.width,y:o},{x:s,y:o}],r,{x:t,y:o}))}),o}quiet(e){if(this.away.some(e=>e.blocked===void 0))return;let t=this.away.length===0?K:e.bottom;return{x:this.x+en+this.gutter(this.away),y:t,width:this.card,height:110}}exit(e){let t=B(this.away)+B(this.network);return Math.max(K+12,K+55-Math.max(0,t-1)*this.spacing)+e*this.spacing}room(e,t,n){this.rooms.push({zone:e,x:this.x,top:t-28-4,width:n}),this.x+=n}};function cn(e){return[...e.boxed,...e.open]}function ln(e){return I({x:0,y:0,width:0,height:110},0,e[0]?.strands.length??1)}function un(e,t){return{zone:e.zone,rect:{x:e.x,y:e.top,width:e.width,height:t-e.top}}}var dn=620,fn=520,pn=280;function mn(e,t){let n=O(e),r=Math.max(pn,Math.floor(t)),i=hn(e);return(r<dn?void 0:an(n,r,i))??Yt(n,Math.min(r,fn),i)}function hn(e){return e.satellite===null||e.satellite.entity_id===null}function gn({evidence:e,strand:t}){return e===`declared`?`${t.width+5} ${t.width/2+4}`:e===`unknown`?`0 ${t.width+4}`:`none`}function _n(e,t){return n`<g class="lock" transform="translate(${e-8} ${t-8})">
    <circle cx="8" cy="8" r="8"></circle><path transform="translate(2.5 2.2) scale(0.46)" d=${ie}></path>
  </g>`}function vn({at:{x:e,y:t},upright:r,half:i}){return n`<path class="bar" d=${r?`M${e} ${t-i}v${2*i}`:`M${e-i} ${t}h${2*i}`}></path>`}var yn=[`enforced`,`observed`,`declared`,`unknown`],bn=[`sound`,`words`],xn=class extends p{constructor(...e){super(...e),this.lines=[]}static{this.styles=[...p.styles,jt,t`
      :host {
        --inner: var(--ha-card-background, var(--card-background-color));
        display: block;
        margin-top: 12px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 13px;
        color: var(--es-muted);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .plain {
        --line: var(--es-quiet);
      }
    `]}render(){let e=this.lines.filter(e=>e.bar===void 0),t=bn.filter(t=>e.some(e=>e.strand.substance===t)),n=yn.filter(t=>e.some(e=>e.evidence===t));return y`<ul aria-label=${this.t(`utterance.legend.title`)}>
      ${t.map(e=>this.entry(Sn(e,`observed`,6),this.t(`utterance.substance.${e}`)))}
      ${n.map(e=>this.entry(Sn(`plain`,e,3),this.t(`utterance.legend.${e}`)))}
      ${this.lines.length>e.length?this.entry(Cn(),this.t(`utterance.legend.blocked`)):b}
      ${this.entry(wn(),this.t(`utterance.legend.width`))}
    </ul>`}entry(e,t){return y`<li><svg width="44" height="20" viewBox="0 0 44 20" aria-hidden="true">${e}</svg>${t}</li>`}};_([v({attribute:!1})],xn.prototype,`lines`,void 0),xn=_([x(`earshot-house-legend`)],xn);function Sn(e,t,r){let i={substance:`words`,width:r};return n`<g class=${E({[e]:!0,[t]:!0})}>
    <path class="strand" d="M3 10h38" stroke-width=${r} stroke-dasharray=${gn({evidence:t,strand:i})}></path>
    ${e===`sound`?n`<path class="core" d="M3 10h38" stroke-width=${r/3}></path>`:b}
    ${t===`enforced`?_n(22,10):b}
  </g>`}function Cn(){return n`<g class="plain"><path class="strand" d="M3 10h22" stroke-width="3"></path>${vn({at:{x:27,y:10},upright:!0,half:8})}</g>`}function wn(){return n`<g class="plain"><path class="end" d="M3 9.2L41 6v8L3 10.8Z"></path></g>`}var Tn=780,q=class extends p{constructor(...e){super(...e),this.utterance=void 0,this.pointed=0,this.space=Tn,this.observer=typeof ResizeObserver>`u`?void 0:new ResizeObserver(([e])=>{let t=Math.floor(e?.contentRect.width??0);t>0&&(this.space=t)})}static{this.styles=[...p.styles,jt,Mt,t`
      :host {
        display: block;
      }
      .scene {
        position: relative;
        margin: 0 auto;
        direction: ltr;
        overflow: hidden;
      }
    `]}connectedCallback(){super.connectedCallback(),this.offsetWidth>0&&(this.space=this.offsetWidth),this.observer?.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.observer?.disconnect()}layout(e){let{space:t}=this;return(this.drawn?.utterance!==e||this.drawn.space!==t)&&(this.drawn={utterance:e,space:t,layout:mn(e,t)}),this.drawn.layout}render(){let{utterance:e}=this;if(e===void 0)return b;let t=this.layout(e),n={width:`${t.width}px`,height:`${t.height}px`};return y`
      <div class="scene ${t.shape} ${this.roaming?`roaming`:``}" role="img" aria-label=${this.summary(e,t)} style=${T(n)}>
        <svg viewBox="0 0 ${t.width} ${t.height}" width=${t.width} height=${t.height} aria-hidden="true">
          ${Dn(t,this.roaming)} ${t.lines.map(e=>this.line(e))}
        </svg>
        ${t.headings.map(t=>this.heading(t,e))} ${this.hub(t.hub,e)}
        ${t.stations.map(e=>this.station(e))}
        ${t.quiet===void 0?b:this.quiet(t.quiet,e)}
      </div>
      <earshot-house-legend .lines=${t.lines}></earshot-house-legend>
    `}get roaming(){return this.utterance!==void 0&&hn(this.utterance)}summary(e,t){let n=t.stations.filter(({station:e})=>e.blocked===void 0),r=n.filter(({station:e})=>!A(e.zone)).length;return this.t(`utterance.house.summary`,{inside:n.length-r,outside:r,blocked:e.blocked.length})}line(e){let t=Dt(e.points),{substance:r,width:i}=e.strand,a=e.points.at(-1),o=this.pointed>0&&!e.key.startsWith(`ear-${this.pointed}-`);return n`<g class=${E({[r]:!0,[e.evidence]:!0,faded:o,blocked:e.bar!==void 0})}>
      <path class="strand" d=${t} stroke-width=${i} stroke-dasharray=${gn(e)}></path>
      ${r===`sound`&&i>=4?n`<path class="core" d=${t} stroke-width=${i/3}></path>`:b}
      ${e.bar===void 0&&a!==void 0?n`<circle class="end" cx=${a.x} cy=${a.y} r=${i/2+1.5}></circle>`:b}
      ${e.lock===void 0?b:_n(e.lock.x,e.lock.y)}
      ${e.bar===void 0?b:vn(e.bar)}
    </g>`}heading({zone:e,rect:t},n){return y`<div class="heading ${e}" style=${J(t)}>
      <earshot-icon .path=${En(e)}></earshot-icon><span dir="auto">${this.named(e,n)}</span>
    </div>`}named(e,{satellite:t}){return e===`satellite`&&this.roaming?this.t(`utterance.house.anywhere`):e===`satellite`?t?.area||t?.label||this.t(`words.place.satellite`):e===`recipient`||e===`reviewer`?this.t(`words.ear.${e}`):this.t(`words.place.${e}`)}hub(e,t){return y`<div class="hub" style=${J(e)}>
      <earshot-icon .path=${te}></earshot-icon>
      <div><b>Home Assistant</b><span>${this.passage(t)}</span></div>
    </div>`}passage({given:e,outside:t,user:n}){return t===null?e===`typed`?this.t(`utterance.house.typed`,{who:n??`none`}):e===`action`?this.t(`utterance.house.action`):this.t(`utterance.house.gate`):this.t(`utterance.house.past_gate`)}station({station:e,rect:t}){let{session:n}=this;if(n===void 0)return b;let r=this.pointed>0&&e.number!==this.pointed,i={station:!0,[e.zone]:!0,barred:e.blocked!==void 0,faded:r};return y`<div class=${E(i)} style=${J(t)} title=${e.label}>
      <div class="label">
        ${e.number===void 0?b:y`<span class="number">${n.format.number(e.number)}</span>`}
        <bdi>${e.label}</bdi>
      </div>
      <div class="kind">
        <earshot-icon .path=${w[e.kind]}></earshot-icon><span>${this.t(`words.ear.${e.kind}`)}</span>
      </div>
      ${e.blocked===void 0?y`<div class="got">${this.got(e)}</div>
              <div class="keeps"><span>${M(e.parts,n,`utterance.keeps.until_short`)}</span></div>`:y`<div class="got">${this.t(`utterance.house.kept_from`)}</div>
              <div class="keeps">${this.t(`utterance.substance.${e.blocked.content===`sound`?`sound`:`words`}`)}</div>`}
    </div>`}got({strands:e,parts:t}){let{session:n}=this;if(n===void 0)return b;let r=k(t);return e.map(({substance:e})=>y`<span class=${e}>
        <earshot-icon .path=${Ge[e]}></earshot-icon>${Ke(r,e,n)}
      </span>`)}quiet(e,{outcome:t,left_house:n}){let r=n?`gone`:t===null?`so_far`:`nothing`;return y`<div class="quiet" style=${J(e)}>
      ${n?b:y`<earshot-icon .path=${s}></earshot-icon>`}
      <span>${this.t(`utterance.house.left.${r}`)}</span>
    </div>`}};_([v({attribute:!1})],q.prototype,`utterance`,void 0),_([v({type:Number})],q.prototype,`pointed`,void 0),_([f()],q.prototype,`space`,void 0),q=_([x(`earshot-house`)],q);function J({x:e,y:t,width:n,height:r}){return T({left:`${e}px`,top:`${t}px`,width:`${n}px`,height:`${r}px`})}function En(e){return e===`recipient`||e===`reviewer`?w[e]:Oe[e]}function Dn({outline:e,rooms:t,width:r,ground:i},a){let o=`M${e.map(({x:e,y:t})=>`${e} ${t}`).join(`L`)}Z`,[,s,c,l]=e;return n`
    ${s&&c&&l&&On(s,c,l,r)}
    <path class="ground" d="M0 ${i}H${r}"></path>
    <path class="walls" d=${o}></path>
    ${t.map(({zone:e,rect:t})=>n`<rect class="room ${e} ${a?`roaming`:``}" rx="10"
        x=${t.x} y=${t.y} width=${t.width} height=${t.height}></rect>`)}
  `}function On(e,t,r,i){let a=(r.y-t.y)/(r.x-t.x),o=Math.max(3,e.x-10),s=Math.min(i-3,r.x+10),c={x:(t.x+r.x)/2,y:(t.y+r.y)/2};return n`
    <path class="chimney" d="M${c.x-11} ${c.y+12}v-32h22v32Z"></path>
    <path class="roof" d="M${o} ${e.y+(e.x-o)*a}L${t.x} ${t.y}L${s} ${r.y+(s-r.x)*a}"></path>
  `}async function kn({client:e},t,n){let[r,{count:i}]=await Promise.all([e.ask(`earshot/utterances/list`,{until:n,limit:1}),e.ask(`earshot/utterances/count`,{since:n})]),a=(i<2?void 0:await e.ask(`earshot/utterances/list`,{since:n,skip:i-2,limit:1}))?.items[0]?.utterance_id;return{older:r.items[0]?.utterance_id,newer:a===t?void 0:a}}var An=90,jn=360,Y=56,X=class extends p{constructor(...e){super(...e),this.told=void 0,this.peaks=[],this.asking=!1,this.playing=!1,this.position=0,this.length=0,this.unplayable=!1,this.listen=async()=>{let{session:e,told:t}=this;if(e===void 0||t===void 0)return;let{utterance_id:n}=t.utterance;this.asking=!0,this.error=void 0;try{let{path:t,content_type:r}=await e.client.ask(`earshot/utterances/sound_path`,{utterance_id:n}),i=await De(e.hass().hassUrl(t));if(this.dispatchEvent(new CustomEvent(`read`)),!this.isConnected||this.told?.utterance.utterance_id!==n)return;this.address=URL.createObjectURL(new Blob([i],{type:r})),await this.measure(i)}catch(e){this.error=h.from(e)}finally{this.asking=!1}},this.toggle=()=>{let{audio:e}=this;e!==null&&(e.paused?e.play().catch(()=>this.unplayable=!0):e.pause())},this.seek=e=>{this.position=Number(e.target.value),this.audio!==null&&(this.audio.currentTime=this.position)},this.followed=()=>{let{audio:e}=this;e!==null&&(this.playing=!e.paused&&!e.ended,this.position=e.currentTime,Number.isFinite(e.duration)&&(this.length=e.duration))}}static{this.styles=[...p.styles,t`
      :host {
        display: grid;
        gap: 12px;
      }
      .error {
        color: var(--es-danger);
      }
      .player {
        display: grid;
        grid-template-columns: auto 1fr;
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
        height: ${Y}px;
      }
      .track svg {
        width: 100%;
        height: 100%;
      }
      .track path {
        fill: none;
        stroke: color-mix(in srgb, var(--es-sound) 35%, transparent);
        stroke-width: 2.4;
        stroke-linecap: round;
      }
      .track .played {
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
      .time {
        grid-column: 2;
        display: flex;
        justify-content: space-between;
        font-variant-numeric: tabular-nums;
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.hide()}hide(){this.address!==void 0&&URL.revokeObjectURL(this.address),this.address=void 0,this.playing=!1,this.error=void 0,this.position=0}render(){let{told:e,session:t}=this;return e===void 0||t===void 0?b:y`<h2>${this.t(`utterance.sound.title`)}</h2>
      ${this.error===void 0?b:y`<p class="error" role="alert">${Ze(this.error,this.t)}</p>`}
      ${this.address===void 0?this.sealed(e,t):this.player(this.address,t)}`}sealed(e,t){let{utterance:n,readable:r,entries:i}=e;if(!N(n,`sound`)){let e=tt(i,[`sound`]),r=n.outcome===null?`utterance.sound.not_yet`:`utterance.sound.nothing`;return y`<p class="muted">${e===void 0?this.t(r):Ye(e.by,e.at,t)}</p>`}if(r===`nothing`)return y`<p class="muted">${this.t(`utterance.sound.not_yours`)}</p>`;let a=$e(n,`sound`)?.until;return y`<p class="small muted">${this.t(`utterance.sound.entered`)}</p>
      <div><button class="filled" ?disabled=${this.asking} @click=${this.listen}>
        <earshot-icon .path=${se}></earshot-icon>${this.t(`utterance.sound.listen`)}
      </button></div>
      ${a?y`<p class="small muted">${this.t(`utterance.kept_until`,{until:t.format.moment(a)})}</p>`:b}`}player(e,{format:t}){let n=this.length>0?this.position/this.length:0,r=Ae(this.peaks.length>0?this.peaks:Array(An).fill(.05),jn,Y),i={at:t.duration(this.position*1e3),of:t.duration(this.length*1e3)};return y`<div class="player">
      <audio
        src=${e}
        preload="auto"
        @play=${this.followed}
        @pause=${this.followed}
        @ended=${this.followed}
        @timeupdate=${this.followed}
        @seeked=${this.followed}
        @loadedmetadata=${this.followed}
        @error=${()=>{this.unplayable=!0}}
      ></audio>
      <button class="filled play" aria-label=${this.t(this.playing?`utterance.sound.pause`:`utterance.sound.play`)} @click=${this.toggle}>
        <earshot-icon .path=${this.playing?he:de}></earshot-icon>
      </button>
      <div class="track">
        <svg viewBox="0 0 ${jn} ${Y}" preserveAspectRatio="none" aria-hidden="true">
          <defs><clipPath id="played"><rect width=${jn*n} height=${Y}></rect></clipPath></defs>
          <path d=${r}></path><path class="played" d=${r} clip-path="url(#played)"></path>
        </svg>
        <input
          type="range"
          min="0"
          max=${this.length||1}
          step="0.1"
          .value=${String(this.position)}
          aria-label=${this.t(`utterance.sound.position`)}
          aria-valuetext=${this.t(`utterance.sound.at`,i)}
          @input=${this.seek}
        />
      </div>
      <div class="time small muted" aria-hidden="true"><span>${i.at}</span><span>${i.of}</span></div>
      ${this.unplayable?y`<p class="error small" role="alert">${this.t(`utterance.sound.unplayable`)}</p>`:b}
    </div>`}async measure(e){try{let t=await new OfflineAudioContext(1,1,16e3).decodeAudioData(e.slice(0));this.peaks=ke(t.getChannelData(0),An),this.length=t.duration}catch{this.peaks=[]}await this.updateComplete,this.renderRoot.querySelector(`.play`)?.focus({preventScroll:!0})}};_([v({attribute:!1})],X.prototype,`told`,void 0),_([f()],X.prototype,`address`,void 0),_([f()],X.prototype,`peaks`,void 0),_([f()],X.prototype,`asking`,void 0),_([f()],X.prototype,`playing`,void 0),_([f()],X.prototype,`position`,void 0),_([f()],X.prototype,`length`,void 0),_([f()],X.prototype,`error`,void 0),_([f()],X.prototype,`unplayable`,void 0),_([m(`audio`)],X.prototype,`audio`,void 0),X=_([x(`earshot-utterance-player`)],X);var Z=class extends p{constructor(...e){super(...e),this.utterance=void 0}static{this.styles=[...p.styles,t`
      ol {
        display: grid;
        gap: 16px;
        margin: 12px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: 4px;
        overflow-wrap: anywhere;
      }
      .head {
        display: flex;
        justify-content: space-between;
        gap: 12px;
      }
      .head b {
        font-weight: 500;
      }
      .bar {
        height: 10px;
        border-radius: 5px;
        background: color-mix(in srgb, var(--primary-text-color) 8%, transparent);
        overflow: hidden;
      }
      .bar div {
        height: 100%;
        min-width: 3px;
        border-radius: 5px;
        background: var(--es-accent);
      }
    `]}render(){let{utterance:e,session:t}=this;if(e===void 0||t===void 0)return b;let{stages:n,took_ms:r}=e,i=Math.max(1,...n.map(e=>e.took_ms));return y`
      <div class="row spread wrap">
        <h2>${this.t(`utterance.stages.title`)}</h2>
        ${r===null?b:y`<span class="muted small">${this.t(`utterance.stages.whole`,{time:t.format.duration(r)})}</span>`}
      </div>
      ${n.length===0?y`<p class="muted">${this.t(`utterance.stages.none`)}</p>`:y`<ol>${n.map(e=>this.stage(e,i,t))}</ol>`}
    `}stage(e,t,n){let r=`${Math.max(0,Math.min(100,100*e.took_ms/t))}%`;return y`<li>
      <div class="head"><b>${this.t(`words.stage.${e.stage}`)}</b><span>${n.format.duration(e.took_ms)}</span></div>
      <div class="bar" aria-hidden="true"><div style=${T({width:r})}></div></div>
      <div class="small"><bdi>${e.ear.label}</bdi></div>
      <div class="small muted">
        ${this.t(`utterance.stages.engine`,{integration:e.integration,version:e.version||`–`})} ·
        ${Nn(e.status,n)}
      </div>
      ${this.sight(e,n)}
    </li>`}sight({llm_apis:e,exposed_entities:t},{format:n}){return y`
      ${e===null||e.length===0?b:y`<div class="small muted">${this.t(`utterance.stages.apis`,{apis:n.list(e)})}</div>`}
      ${t===null?b:y`<div class="small muted">${this.t(`utterance.stages.exposed`,{count:t})}</div>`}
    `}};_([v({attribute:!1})],Z.prototype,`utterance`,void 0),Z=_([x(`earshot-utterance-stages`)],Z);var Mn={ok:`utterance.status.ok`,rejected:`utterance.status.rejected`,silence:`utterance.status.silence`,unseen:`utterance.status.unseen`,cancelled:`utterance.status.cancelled`};function Nn(e,{localize:t}){let n=Mn[e];return n===void 0?t(`utterance.status.error`,{code:e.startsWith(`error:`)?e.slice(6):e}):t(n)}var Q=class extends p{constructor(...e){super(...e),this.told=void 0,this.asking=!1,this.ask=async()=>{let{session:e,told:t}=this;if(e===void 0||t===void 0)return;this.asking=!0,this.error=void 0;let n=t.utterance.utterance_id;try{let t=await e.client.ask(`earshot/utterances/get`,{utterance_id:n,words:!0});this.told?.utterance.utterance_id===n&&(this.shown=t.words??void 0),this.dispatchEvent(new CustomEvent(`read`))}catch(e){this.error=h.from(e)}finally{this.asking=!1}}}static{this.styles=[...p.styles,t`
      :host {
        display: grid;
        gap: 12px;
      }
      blockquote {
        margin: 4px 0 0;
        padding-inline-start: 12px;
        border-inline-start: 4px solid var(--es-words);
        font-size: 1.15rem;
        line-height: 1.45;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 40vh;
        overflow-y: auto;
      }
      .error {
        color: var(--es-danger);
      }
    `]}hide(){this.shown=void 0,this.error=void 0}render(){let{told:e}=this;return e===void 0?b:y`<h2>${this.t(`utterance.words.title`)}</h2>
      ${this.error===void 0?b:y`<p class="error" role="alert">${Ze(this.error,this.t)}</p>`}
      ${this.shown===void 0?this.sealed(e):this.read(this.shown)}`}sealed(t){let{utterance:n,readable:r}=t;return N(n,`words`,`response`)?r===`nothing`?y`<p class="muted">${this.t(`utterance.words.not_yours`)}</p>`:y`<p class="small muted">${this.t(`utterance.words.entered`)}</p>
      <div><button class="filled" ?disabled=${this.asking} @click=${this.ask}>
        <earshot-icon .path=${e}></earshot-icon>${this.t(`utterance.words.show`)}
      </button></div>
      ${this.until(t)}`:y`<p class="muted">${this.gone(t)}</p>`}read({words:e,response:t}){let n=y`<p class="muted">${this.t(`utterance.words.missing`)}</p>`;return y`
      <div>
        <h3 class="small muted">${this.t(`utterance.words.said`)}</h3>
        ${e===null?n:y`<blockquote dir="auto" tabindex="0">${e}</blockquote>`}
      </div>
      <div>
        <h3 class="small muted">${this.t(`utterance.words.answered`)}</h3>
        ${t===null?n:y`<blockquote dir="auto" tabindex="0">${t}</blockquote>`}
      </div>
      <div><button class="plain" @click=${()=>this.hide()}>${this.t(`utterance.words.hide`)}</button></div>
    `}until({utterance:e}){let t=$e(e,`words`)?.until;return!t||this.session===void 0?b:y`<p class="small muted">${this.t(`utterance.kept_until`,{until:this.session.format.moment(t)})}</p>`}gone({entries:e,utterance:t}){let n=tt(e,[`words`,`response`]);return n===void 0||this.session===void 0?this.t(t.outcome===null?`utterance.words.not_yet`:`utterance.words.nothing`):Ye(n.by,n.at,this.session)}};_([v({attribute:!1})],Q.prototype,`told`,void 0),_([f()],Q.prototype,`shown`,void 0),_([f()],Q.prototype,`asking`,void 0),_([f()],Q.prototype,`error`,void 0),Q=_([x(`earshot-utterance-words`)],Q);var $=class extends xe{static{this.styles=[...xe.styles,t`
      :host,
      .left,
      aside {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        min-width: 0;
      }
      nav {
        display: flex;
        justify-content: space-between;
        flex-wrap: wrap;
      }
      nav span {
        display: flex;
        gap: 16px;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: 40px;
        color: var(--es-link);
        text-decoration: none;
      }
      .columns {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
      }
      .drawing > p {
        margin: 4px 0 12px;
      }
      @media (min-width: 1000px) {
        .columns {
          grid-template-columns: minmax(0, 1fr) 320px;
        }
        .drawing {
          grid-column: 1 / -1;
        }
        .left {
          grid-column: 1;
          grid-row: 2;
        }
      }
      @media (max-width: 600px) {
        .drawing {
          padding: 16px 8px;
        }
        .drawing > h2,
        .drawing > p {
          padding-inline: 8px;
        }
      }
    `]}constructor(){super(),this.pointed=0,this.loaded=new S(this,({client:e},t)=>e.ask(`earshot/utterances/get`,{utterance_id:t}),()=>this.subject===void 0?void 0:[this.subject]),this.neighbours=new S(this,kn,()=>{let e=this.loaded.value?.utterance;return e===void 0?void 0:[e.utterance_id,e.at]}),this.read=()=>{this.words=this.wordsCard?.shown,this.again()},this.again=()=>{this.loaded.reload()},this.changed=async()=>{await this.loaded.reload(),this.forget()},new be(this,`earshot/utterances/subscribe`,e=>{this.concerns(e)&&this.loaded.reload()})}concerns(e){return e.type===`changed`?e.utterance.utterance_id===this.subject:e.type===`stale`||e.utterance_ids.includes(this.subject??``)}get subject(){return this.address?.subject}willUpdate(){this.shown!==void 0&&this.shown!==this.subject&&this.forget(),this.shown=this.subject}render(){let{subject:e,session:t}=this;return t===void 0?b:y`${this.navigation()}
      ${e===void 0?this.unknown(`utterance.none_chosen.title`,`utterance.none_chosen.text`):this.redacted?.id===e?this.gone(this.redacted.forgotten):this.known()}`}navigation(){let{older:e,newer:t}=this.neighbours.value??{},[n,r]=this.isRtl?[d,oe]:[oe,d];return y`<nav aria-label=${this.t(`utterance.nav.title`)}>
      <a href=${g(`ledger`)}>
        <earshot-icon .path=${u}></earshot-icon>${this.t(`utterance.nav.ledger`)}
      </a>
      <span>
        ${e===void 0?b:y`<a href=${g(`utterance`,e)}><earshot-icon .path=${n}></earshot-icon>${this.t(`utterance.nav.older`)}</a>`}
        ${t===void 0?b:y`<a href=${g(`utterance`,t)}>${this.t(`utterance.nav.newer`)}<earshot-icon .path=${r}></earshot-icon></a>`}
      </span>
    </nav>`}get isRtl(){return getComputedStyle(this).direction===`rtl`}known(){let{state:e}=this.loaded;return e.kind===`failed`&&e.error.code===`not_found`?this.unknown(`utterance.unknown.title`,`utterance.unknown.text`):ue(e,this.t,e=>this.told(e),()=>void this.loaded.reload())}told(e){let{utterance:t,entries:n}=e;return y`
      <earshot-utterance-heading .told=${e}></earshot-utterance-heading>
      <div class="columns">
        <section class="card drawing" aria-labelledby="house">
          <h2 id="house">${this.t(`utterance.house.title`)}</h2>
          <p class="muted small">${this.t(`utterance.house.intro`)}</p>
          <earshot-house .utterance=${t} .pointed=${this.pointed}></earshot-house>
        </section>
        <aside>
          <section class="card">
            <earshot-utterance-words .told=${e} @read=${this.read}></earshot-utterance-words>
          </section>
          <section class="card">
            <earshot-utterance-player .told=${e} @read=${this.again}></earshot-utterance-player>
          </section>
          <section class="card"><earshot-utterance-deeds .utterance=${t}></earshot-utterance-deeds></section>
          <earshot-giving .utterance=${t}></earshot-giving>
          <section class="card">
            <earshot-utterance-actions
              .told=${e}
              .words=${this.words}
              @changed=${this.changed}
              @redacted=${e=>this.wasRedacted(t.utterance_id,e.detail)}
            ></earshot-utterance-actions>
          </section>
        </aside>
        <div class="left">
          <section class="card" aria-labelledby="company">
            <h2 id="company">${this.t(`utterance.company.title`)}</h2>
            <earshot-company
              .utterance=${t}
              .entries=${n}
              @pointed=${e=>{this.pointed=e.detail}}
            ></earshot-company>
          </section>
          <section class="card"><earshot-utterance-stages .utterance=${t}></earshot-utterance-stages></section>
          <section class="card"><earshot-utterance-entries .told=${e}></earshot-utterance-entries></section>
        </div>
      </div>
      <p class="small muted">${t.utterance_id}</p>
    `}unknown(e,t){return y`<earshot-message .icon=${l} heading=${this.t(e)}>
      ${this.t(t)}
      <a slot="action" class="button" href=${g(`ledger`)}>${this.t(`utterance.nav.ledger`)}</a>
    </earshot-message>`}gone({entries:e,in_flight:t}){return t>0?this.unknown(`utterance.redact.in_flight_title`,`utterance.redact.in_flight`):y`<earshot-message role="status" .icon=${ve} heading=${this.t(`utterance.redact.done`)}>
      ${this.t(`utterance.redact.left`,{count:e})}
      <a slot="action" class="button" href=${g(`ledger`)}>${this.t(`utterance.nav.ledger`)}</a>
    </earshot-message>`}wasRedacted(e,t){this.forget(),this.redacted={id:e,forgotten:t}}forget(){this.words=void 0,this.redacted=void 0,this.wordsCard?.hide(),this.player?.hide()}};_([f()],$.prototype,`pointed`,void 0),_([f()],$.prototype,`words`,void 0),_([f()],$.prototype,`redacted`,void 0),_([m(`earshot-utterance-words`)],$.prototype,`wordsCard`,void 0),_([m(`earshot-utterance-player`)],$.prototype,`player`,void 0),$=_([x(`earshot-utterance-page`)],$);export{$ as EarshotUtterancePage};