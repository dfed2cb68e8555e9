package org.entente.catalog.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A page of an asset, as a member of a room reads it. */
record ReadingPage(Room room, Session session, UUID asset, String title, String banner, Items items, Place place) {
    private static final int REPETITIONS = 60;

    /**
     * Which page of how many.
     *
     * @param number from 1
     */
    record Place(int number, int pages, int perPage) {}

    /** The page in HTML; its style sheet is the one with this nonce. */
    String html(String nonce, Instant at) {
        String watermark = session.name() + "@" + session.partner() + " · " + session.address() + " · "
                + at.truncatedTo(ChronoUnit.SECONDS) + " · copy " + session.copyNumber();
        Html html = new Html();
        html.open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", "Data room: " + room.terms().name());
        html.style(StyleSheet.READING, nonce).close("head").open("body");
        html.open("header")
                .element("p", banner, "class", "banner")
                .element("p", watermark)
                .close("header");
        html.open("main").element("h1", title.isEmpty() ? "Untitled" : title);
        items.page(place.number(), place.perPage()).forEach(item -> write(item, html));
        navigation(html);
        html.close("main");
        html.open("footer")
                .element("p", watermark)
                .element("p", banner, "class", "banner")
                .close("footer");
        html.element("div", (watermark + " ").repeat(REPETITIONS), "class", "watermark", "aria-hidden", "true");
        return html.close("body").close("html").toString();
    }

    private static void write(Items.Item item, Html html) {
        html.open("article").element("p", item.mark(), "class", "mark");
        if (item.heading().isEmpty()) {
            item.properties().values().forEach(paragraph -> html.element("p", paragraph));
        } else {
            html.element("h2", item.heading()).open("dl");
            item.properties().forEach((name, value) -> html.element("dt", name).element("dd", value));
            html.close("dl");
        }
        html.close("article");
    }

    private void navigation(Html html) {
        html.open("nav", "aria-label", "Pages");
        html.element("p", "Page " + place.number() + " of " + place.pages());
        if (place.number() > 1) {
            html.element("a", "Previous page", "href", href(place.number() - 1), "rel", "prev");
        }
        if (place.number() < place.pages()) {
            html.element("a", "Next page", "href", href(place.number() + 1), "rel", "next");
        }
        html.close("nav");
    }

    private String href(int page) {
        return "/catalog/data-rooms/" + room.id() + "/sessions/" + session.id() + "/assets/" + asset + "?page=" + page;
    }
}
