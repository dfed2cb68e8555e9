package org.entente.catalog.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.catalog.holding.Extract;
import org.entente.catalog.holding.RecipientLabels;

/** What there is to read of an asset, one thing after the other, whatever it is made of. */
record Items(List<Item> items, Set<String> labels) {

    /**
     * Something to read.
     *
     * @param mark its classification
     * @param heading absent, that is empty, for a paragraph
     * @param properties by name; a paragraph has one without a name
     * @param picture a {@code data} URI (RFC 2397); absent, that is empty, for what has words
     */
    record Item(String mark, String heading, Map<String, String> properties, String picture) {
        static Item paragraph(String mark, String text) {
            return new Item(mark, "", Map.of("", text), "");
        }

        static Item picture(String mark, String name, String picture) {
            return new Item(mark, name, Map.of(), picture);
        }
    }

    static Items of(Extract extract, RecipientLabels labels) {
        return extract instanceof Extract.Text text
                ? paragraphs(text, labels)
                : objects((Extract.Objects) extract, labels);
    }

    private static Items paragraphs(Extract.Text text, RecipientLabels labels) {
        List<Item> items = new ArrayList<>();
        Set<String> kept = new TreeSet<>();
        text.paragraphs().forEach(paragraph -> {
            kept.add(paragraph.label());
            items.add(Item.paragraph(mark(labels, Set.of(paragraph.label())), paragraph.markdown()));
        });
        return new Items(items, kept);
    }

    private static Items objects(Extract.Objects objects, RecipientLabels labels) {
        List<Item> items = new ArrayList<>();
        Set<String> kept = new TreeSet<>();
        for (ObjectNode object : objects.objects()) {
            Set<String> own = objects.labels().getOrDefault(object.path("id").asText(), Set.of());
            kept.addAll(own);
            Map<String, String> properties = new LinkedHashMap<>();
            object.fields().forEachRemaining(field -> properties.put(field.getKey(), text(field.getValue())));
            String heading =
                    object.path("type").asText() + " " + object.path("name").asText();
            items.add(new Item(mark(labels, own), heading.strip(), properties, ""));
        }
        return new Items(items, kept);
    }

    static String mark(RecipientLabels labels, Set<String> kept) {
        return labels.get(labels.banner(kept)).path("classification").asText();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toPrettyString();
    }

    /** How many pages they make. */
    int pages(int perPage) {
        return Math.max(1, (items.size() + perPage - 1) / perPage);
    }

    /** Those of a page, counted from 1. */
    List<Item> page(int number, int perPage) {
        int start = Math.min(items.size(), (number - 1) * perPage);
        return items.subList(start, Math.min(items.size(), start + perPage));
    }
}
