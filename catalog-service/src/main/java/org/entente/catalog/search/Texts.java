package org.entente.catalog.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What people could look for in the content of a portion; identifiers and times of STIX are not it, nor is the key of a file. */
public final class Texts {
    private static final Set<String> SILENT = Set.of("id", "type", "spec_version", "key", "attachment");
    private static final Pattern REFERENCE = Pattern.compile("[a-z0-9-]+--[0-9a-fA-F-]{36}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");

    private Texts() {}

    /** The texts, in order. */
    public static List<String> of(JsonNode content) {
        List<String> texts = new ArrayList<>();
        add(content, texts);
        return texts;
    }

    private static void add(JsonNode node, List<String> texts) {
        if (node.isTextual()
                && !REFERENCE.matcher(node.textValue()).matches()
                && !TIME.matcher(node.textValue()).matches()) {
            texts.add(node.textValue());
        } else if (node.isArray()) {
            node.forEach(item -> add(item, texts));
        } else {
            node.properties().stream()
                    .filter(member -> !SILENT.contains(member.getKey()))
                    .forEach(member -> add(member.getValue(), texts));
        }
    }
}
