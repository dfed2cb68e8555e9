package org.entente.page;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How all pages look: plain, wide enough for tables, by day and by night, on a phone and on paper. */
@ApplicationScoped
class StyleSheet {
    private static final String CSS = """
            :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #555; --line: #767676; --wash: #f3f4f6; --link: #0b4f8a; --alarm: #a11212; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #ececec; --paper: #16181b; --quiet: #b4b8bd; --line: #7d838a; --wash: #25292e; --link: #8ec5ff; --alarm: #ff9c94; }
              svg { background: #fff; }
            }
            * { box-sizing: border-box; }
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; color: var(--ink); background: var(--paper); }
            header { border-bottom: 2px solid var(--ink); padding: .75rem 0; display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; }
            header .service { font-weight: 700; }
            header .visitor { margin-left: auto; color: var(--quiet); }
            nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
            nav a[aria-current] { font-weight: 700; text-decoration: none; }
            nav.elsewhere { border-left: 1px solid var(--line); padding-left: 1.25rem; }
            nav.trail { font-size: .875rem; margin-top: .5rem; }
            a { color: var(--link); }
            a:focus-visible, button:focus, input:focus, select:focus, textarea:focus, summary:focus-visible, table:focus-visible { outline: 3px solid #ffb000; outline-offset: 2px; }
            .skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.25rem 0 .5rem; }
            h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
            h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
            table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
            caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
            th, td { border-bottom: 1px solid var(--line); padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
            thead th { overflow-wrap: normal; }
            dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; }
            dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
            form { margin: 1rem 0; max-width: 40rem; }
            td form { margin: 0; }
            label { display: block; font-weight: 600; margin: .75rem 0 .25rem; }
            input, select, textarea { font: inherit; width: 100%; padding: .4rem; border: 1px solid var(--line); color: inherit; background: var(--paper); }
            input[type=checkbox], input[type=radio] { width: auto; }
            button { font: inherit; padding: .4rem 1rem; margin-top: 1rem; border: 1px solid var(--ink); background: var(--ink); color: var(--paper); cursor: pointer; }
            button.quiet { background: var(--paper); color: var(--ink); }
            td button { margin-top: .25rem; }
            .note, .warning { padding: .5rem .75rem; border-left: .4rem solid var(--link); background: var(--wash); }
            .warning { border-color: var(--alarm); }
            .mark { font-weight: 700; font-size: .875rem; }
            .late { font-weight: 700; color: var(--alarm); }
            .said { white-space: pre-line; overflow-wrap: anywhere; }
            .inline { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: end; max-width: none; } .inline > div { flex: 1 1 10rem; }
            details { margin: .25rem 0; } summary { cursor: pointer; } fieldset { border: 1px solid var(--line); margin: 1rem 0; padding: .25rem .75rem .75rem; }
            legend { font-weight: 600; } .choice { display: flex; gap: .5rem; align-items: baseline; } .choice label { margin: .25rem 0; font-weight: 400; }
            code { overflow-wrap: anywhere; } pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--wash); padding: .5rem .75rem; }
            footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .5rem; font-size: .875rem; color: var(--quiet); }
            @media (max-width: 60rem) { table { display: block; overflow-x: auto; } }
            @media (max-width: 42rem) {
              header .visitor { margin-left: 0; } nav.elsewhere { border: 0; padding: 0; }
              th, td { min-width: 8.5rem; }
              dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
            }
            @media print {
              :root { --ink: #000; --paper: #fff; --quiet: #333; --wash: #fff; --link: #000; --alarm: #000; }
              nav, .skip, form, button, details { display: none; } body { max-width: none; } a { color: inherit; text-decoration: none; }
              tr, dl, section { break-inside: avoid; }
            }
            """;

    private final PageSettings settings;

    StyleSheet(PageSettings settings) {
        this.settings = settings;
    }

    void route(@Observes Router router) {
        router.get(settings.root() + "style.css").handler(request -> request.response()
                .putHeader("Content-Type", "text/css; charset=utf-8")
                .putHeader("Cache-Control", "public, max-age=3600")
                .end(CSS));
    }
}
