package org.entente.catalog.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A page of an asset or of an attachment, as a member of a room reads it.
 *
 * @param items what is on it
 * @param attachments of the asset; none on a page of an attachment
 */
record ReadingPage(
        Room room,
        Session session,
        Place place,
        String title,
        String banner,
        List<Items.Item> items,
        List<Listed> attachments) {
    private static final int REPETITIONS = 60;

    /**
     * Which page of what.
     *
     * @param portion the attachment; empty for the asset itself
     * @param number from 1
     * @param pages how many there are
     */
    record Place(UUID asset, String portion, int number, int pages) {}

    /**
     * An attachment in a list.
     *
     * @param mark its classification
     * @param isShown whether it can be read here
     */
    record Listed(String portion, String mark, String name, String mediaType, long size, boolean isShown) {}

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
        items.forEach(item -> write(item, html));
        list(html);
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
        if (!item.picture().isEmpty()) {
            html.open("img", "src", item.picture(), "alt", item.heading(), "draggable", "false");
        } else if (item.heading().isEmpty()) {
            item.properties().values().forEach(paragraph -> html.element("p", paragraph));
        } else {
            html.element("h2", item.heading()).open("dl");
            item.properties().forEach((name, value) -> html.element("dt", name).element("dd", value));
            html.close("dl");
        }
        html.close("article");
    }

    private void list(Html html) {
        if (attachments.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "attachments")
                .element("h2", "Attachments", "id", "attachments")
                .open("ul");
        for (Listed one : attachments) {
            html.open("li").element("span", one.mark(), "class", "mark").text(" ");
            if (one.isShown()) {
                html.element("a", one.name(), "href", href(one.portion(), 1));
            } else {
                html.text(one.name());
            }
            html.text(" (" + one.mediaType() + ", " + one.size() + " bytes"
                    + (one.isShown() ? ")" : "; cannot be shown in a data room)"));
            html.close("li");
        }
        html.close("ul").close("section");
    }

    private void navigation(Html html) {
        html.open("nav", "aria-label", "Pages");
        html.element("p", "Page " + place.number() + " of " + place.pages());
        if (place.number() > 1) {
            html.element("a", "Previous page", "href", href(place.portion(), place.number() - 1), "rel", "prev");
        }
        if (place.number() < place.pages()) {
            html.element("a", "Next page", "href", href(place.portion(), place.number() + 1), "rel", "next");
        }
        if (!place.portion().isEmpty()) {
            html.element("a", "Back to the asset", "href", href("", 1), "rel", "up");
        }
        html.close("nav");
    }

    private String href(String portion, int page) {
        String asset = "/catalog/data-rooms/" + room.id() + "/sessions/" + session.id() + "/assets/" + place.asset();
        return asset + (portion.isEmpty() ? "" : "/attachments/" + portion) + "?page=" + page;
    }
}
