package org.entente.catalog.room;

/** How a page of a data room looks: nothing to select, nothing on paper, the reader's name across all of it. */
enum StyleSheet {
    READING("""

            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 52rem; padding: 1rem; color: #1a1a1a;
                   background: #fff; user-select: none; -webkit-user-select: none; }
            header, footer { border: solid #767676; border-width: 1px 0; padding: .5rem 0; font-size: .875rem; }
            .banner { font-weight: 700; letter-spacing: .05em; }
            article { border-bottom: 1px solid #ddd; padding: .75rem 0; }
            article p { white-space: pre-wrap; margin: .25rem 0; }
            .mark { font-weight: 700; font-size: .8rem; }
            dl { display: grid; grid-template-columns: 12rem 1fr; gap: .25rem 1rem; margin: .25rem 0; }
            dt { color: #595959; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
            img { max-width: 100%; pointer-events: none; }
            nav a { margin-right: 1rem; }
            .watermark { position: fixed; inset: 0; overflow: hidden; pointer-events: none; opacity: .12; font-size: 1.1rem;
                         line-height: 5rem; transform: rotate(-24deg) scale(1.6); overflow-wrap: anywhere; }
            @media print { body { display: none; } }
            """);

    private final String css;

    StyleSheet(String css) {
        this.css = css;
    }

    String css() {
        return css;
    }
}
