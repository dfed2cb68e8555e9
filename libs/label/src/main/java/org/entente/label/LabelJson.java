package org.entente.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Labels from JSON, and their canonical form. */
final class LabelJson {

    private static final JsonMapper CANONICAL = JsonMapper.builder().build();

    private static final String[] FIELDS = {
        "policy",
        "classification",
        "originator",
        "originators",
        "releasableTo",
        "displayableTo",
        "compartments",
        "originatorControlled",
        "proprietaryOwners",
        "categories",
        "exportControls",
        "tlp",
        "also"
    };

    private LabelJson() {}

    static Label read(JsonNode json) {
        StrictObject fields = StrictObject.of(json, FIELDS);
        return read(fields, fields.list("also", LabelJson::readInner));
    }

    /** One level deep only: a label of labels of labels says nothing that a label of labels cannot. */
    private static Label readInner(JsonNode json) {
        return read(StrictObject.of(json, Arrays.copyOf(FIELDS, FIELDS.length - 1)), null);
    }

    private static Label read(StrictObject fields, @Nullable List<Label> also) {
        return new Label(
                fields.required("policy"),
                fields.required("classification"),
                fields.text("originator"),
                fields.texts("originators"),
                fields.texts("releasableTo"),
                fields.texts("displayableTo"),
                fields.texts("compartments"),
                fields.flag("originatorControlled"),
                fields.texts("proprietaryOwners"),
                fields.texts("categories"),
                fields.list("exportControls", ExportControl::of),
                fields.read("tlp", node -> Tlp.of(StrictObject.text(node))),
                also);
    }

    static byte[] canonical(Label label) {
        try {
            return CANONICAL.writeValueAsBytes(members(label));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of strings cannot be written", impossible);
        }
    }

    private static TreeMap<String, Object> members(Label label) {
        TreeMap<String, Object> members = new TreeMap<>();
        members.put("policy", label.policy());
        members.put("classification", label.classification());
        members.put("originatorControlled", label.originatorControlled());
        put(members, "originator", label.originator());
        put(members, "originators", sorted(label.originators()));
        put(members, "releasableTo", sorted(label.releasableTo()));
        put(members, "displayableTo", sorted(label.displayableTo()));
        put(members, "compartments", sorted(label.compartments()));
        put(members, "proprietaryOwners", sorted(label.proprietaryOwners()));
        put(members, "categories", sorted(label.categories()));
        put(members, "exportControls", mapped(sorted(label.exportControls()), LabelJson::members));
        put(members, "tlp", label.tlp() == null ? null : label.tlp().wireName());
        put(members, "also", mapped(label.also(), LabelJson::members));
        return members;
    }

    private static TreeMap<String, Object> members(ExportControl control) {
        TreeMap<String, Object> members = new TreeMap<>();
        members.put("regime", control.regime());
        members.put("code", control.code());
        return members;
    }

    private static void put(TreeMap<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static <T extends Comparable<T>> @Nullable List<T> sorted(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(new TreeSet<>(list));
    }

    private static <T> @Nullable List<TreeMap<String, Object>> mapped(
            @Nullable List<T> list, Function<T, TreeMap<String, Object>> members) {
        return list == null ? null : list.stream().map(members).toList();
    }
}
