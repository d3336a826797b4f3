import{D as e,f as t,g as n,p as r,v as i,w as a,y as o}from"./session-keeper-xz4QIxtX.js";var s=class extends t{constructor(...e){super(...e),this.heading=``,this.open=!1}static{this.styles=[...t.styles,e`
      dialog {
        width: min(560px, calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 24px;
        border: none;
        border-radius: 24px;
        background: var(--card-background-color);
        color: var(--primary-text-color);
        overflow: auto;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }
      h2 {
        margin-bottom: 16px;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 24px;
      }
    `]}updated(e){e.has(`open`)&&this.dialog!==null&&(this.open&&!this.dialog.open&&this.dialog.showModal(),!this.open&&this.dialog.open&&this.dialog.close())}render(){return a`<dialog aria-labelledby="heading" @close=${this.closed}>
      <h2 id="heading">${this.heading}</h2>
      <slot></slot>
      <div class="actions"><slot name="actions"></slot></div>
    </dialog>`}closed(){this.open=!1,this.dispatchEvent(new CustomEvent(`closed`))}};r([i()],s.prototype,`heading`,void 0),r([i({type:Boolean,reflect:!0})],s.prototype,`open`,void 0),r([n(`dialog`)],s.prototype,`dialog`,void 0),s=r([o(`earshot-dialog`)],s);