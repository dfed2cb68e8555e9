package org.entente.label.stix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.label.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of random shape, every text of which is unique, cut at random and put together again from a random choice. */
class RandomReassemblyTest {

    private static final int CASES = 2_000;
    private static final String RED = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";

    private Random random = new Random();
    private int texts;

    @ParameterizedTest
    @ValueSource(longs = {7, 20261129})
    void showsExactlyWhatIsPermitted(long seed) {
        random = new Random(seed);
        for (int number = 0; number < CASES; number++) {
            ObjectNode object = randomObject();
            List<Portion> portions = Bundles.portions(Bundles.bundle(object.toString()));
            Portion whole = portions.get(0);
            Map<String, JsonNode> all = new HashMap<>();
            portions.subList(1, portions.size())
                    .forEach(portion -> all.put(portion.id().selector(), portion.content()));
            Map<String, JsonNode> some = new HashMap<>(all);
            some.keySet().removeIf(selector -> random.nextBoolean());

            ObjectNode part = StixPortions.reassemble((ObjectNode) whole.content(), some);

            assertThat(StixPortions.reassemble((ObjectNode) whole.content(), all))
                    .isEqualTo(object);
            for (String selector : all.keySet()) {
                if (!some.containsKey(selector)) {
                    textsOf(Selector.parse(selector).in(object))
                            .forEach(text -> assertThat(part.toString()).doesNotContain(text));
                }
            }
            part.path("granular_markings").forEach(marking -> marking.get("selectors")
                    .forEach(selector -> assertThat(Selector.parse(selector.textValue())
                                    .in(part)
                                    .isMissingNode())
                            .isFalse()));
            assertThat(part.toString()).doesNotContain("null", "{}", "[]");
        }
    }

    private ObjectNode randomObject() {
        ObjectNode object = (ObjectNode) Json.of(Bundles.object("malware", "000000000001", ""));
        object.set("x_tree", tree(3));
        object.set("x_list", list(3));
        List<String> paths = new ArrayList<>();
        paths("x_tree", object.get("x_tree"), paths);
        paths("x_list", object.get("x_list"), paths);
        ArrayNode selectors = object.putArray("granular_markings")
                .addObject()
                .put("marking_ref", RED)
                .putArray("selectors");
        paths.stream().filter(path -> random.nextInt(4) == 0).forEach(selectors::add);
        if (selectors.isEmpty()) {
            selectors.add("x_tree");
        }
        return object;
    }

    private JsonNode value(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(3)) {
            case 1 -> tree(depth - 1);
            case 2 -> list(depth - 1);
            default -> Json.MAPPER.getNodeFactory().textNode("<text " + texts++ + ">");
        };
    }

    private ObjectNode tree(int depth) {
        ObjectNode tree = Json.MAPPER.createObjectNode();
        int size = 1 + random.nextInt(3);
        for (int member = 0; member < size; member++) {
            tree.set("m" + member, value(depth));
        }
        return tree;
    }

    private ArrayNode list(int depth) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        int size = 1 + random.nextInt(3);
        for (int element = 0; element < size; element++) {
            list.add(value(depth));
        }
        return list;
    }

    private static void paths(String path, JsonNode node, List<String> paths) {
        paths.add(path);
        node.fields().forEachRemaining(field -> paths(path + "." + field.getKey(), field.getValue(), paths));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            paths(path + ".[" + index + "]", node.get(index), paths);
        }
    }

    private static List<String> textsOf(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isTextual()) {
            found.add(node.textValue());
        }
        node.forEach(child -> found.addAll(textsOf(child)));
        return found;
    }
}
