package org.entente.catalog.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A page of provenance as a picture (SVG 1.1): a column for each depth, and in each column what is derived from the same beside
 * each other. It has no script, no link and nothing from elsewhere.
 */
final class Drawing {
    private static final int BOX_WIDTH = 210;
    private static final int BOX_HEIGHT = 46;
    private static final int COLUMN = 300;
    private static final int ROW = 66;
    private static final int MARGIN = 24;
    private static final int HEAD = 30;
    private static final String STYLE = """
            <style>text{font:12px sans-serif;fill:#1d2733}.k{font-weight:bold}.s{fill:#5b6876}
            rect{fill:#f3f6fa;stroke:#46617c}.tearline rect{fill:#eef7ee;stroke:#3d7a46}.marking rect{fill:#fdf4e6;stroke:#9a6a1c}
            .copy rect{fill:#f6eefa;stroke:#71478b}path{fill:none;stroke:#7b8896}</style>
            """;

    private final Graph graph;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private Drawing(Graph graph) {
        this.graph = graph;
    }

    private record Place(int column, int row) {
        int x() {
            return MARGIN + column * COLUMN;
        }

        int y() {
            return MARGIN + HEAD + row * ROW;
        }
    }

    static String of(Graph graph, Direction direction) {
        Drawing drawing = new Drawing(graph);
        drawing.arrange();
        return drawing.write(direction);
    }

    /** Barycentres, from the first column on: each box as near as can be to those that it hangs on. */
    private void arrange() {
        TreeMap<Integer, List<Node>> columns = new TreeMap<>();
        graph.nodes().forEach(node -> columns.computeIfAbsent(node.depth(), depth -> new ArrayList<>())
                .add(node));
        Map<String, List<String>> neighbours = neighbours();
        int number = 0;
        for (List<Node> column : columns.values()) {
            Map<String, Double> centres = new HashMap<>();
            column.forEach(node -> centres.put(node.name(), centre(neighbours.get(node.name()))));
            column.sort(Comparator.<Node>comparingDouble(node -> centres.getOrDefault(node.name(), 0.0))
                    .thenComparing(Node::name));
            for (int row = 0; row < column.size(); row++) {
                places.put(column.get(row).name(), new Place(number, row));
            }
            number++;
        }
    }

    private Map<String, List<String>> neighbours() {
        Map<String, List<String>> neighbours = new HashMap<>();
        for (Edge edge : graph.edges()) {
            neighbours
                    .computeIfAbsent(edge.derived(), first -> new ArrayList<>())
                    .add(edge.source());
            neighbours
                    .computeIfAbsent(edge.source(), first -> new ArrayList<>())
                    .add(edge.derived());
        }
        return neighbours;
    }

    private double centre(@Nullable List<String> names) {
        if (names == null) {
            return 0;
        }
        return names.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Place::row)
                .average()
                .orElse(Double.MAX_VALUE);
    }

    private String write(Direction direction) {
        int columns = places.values().stream().mapToInt(Place::column).max().orElse(0) + 1;
        int rows = places.values().stream().mapToInt(Place::row).max().orElse(0) + 1;
        int width = 2 * MARGIN + (columns - 1) * COLUMN + BOX_WIDTH;
        int height = 2 * MARGIN + HEAD + rows * ROW;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\">%n",
                width,
                height));
        svg.append("<title>").append(title(direction)).append("</title>\n").append(STYLE);
        svg.append(
                        "<defs><marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">")
                .append("<path d=\"M0 0 8 4 0 8\"/></marker></defs>\n");
        svg.append(text(MARGIN, MARGIN + 10, "k", title(direction)));
        graph.edges().forEach(edge -> svg.append(line(edge)));
        graph.nodes().forEach(node -> svg.append(box(node)));
        return svg.append("</svg>\n").toString();
    }

    private String title(Direction direction) {
        String what = direction == Direction.SOURCES ? "Where it comes from" : "What was derived from it";
        return what + ": " + graph.nodes().size() + (graph.next() == null ? " in all" : " of more");
    }

    private String line(Edge edge) {
        Place derived = places.get(edge.derived());
        Place source = places.get(edge.source());
        if (derived == null || source == null) {
            return "";
        }
        boolean isRightward = source.x() >= derived.x();
        int fromX = derived.x() + (isRightward ? BOX_WIDTH : 0);
        int toX = source.x() + (isRightward ? 0 : BOX_WIDTH);
        int fromY = derived.y() + BOX_HEIGHT / 2;
        int toY = source.y() + BOX_HEIGHT / 2;
        int bend = Math.max(30, Math.abs(toX - fromX) / 2) * (isRightward ? 1 : -1);
        return String.format(
                Locale.ROOT,
                "<path marker-end=\"url(#a)\" d=\"M%d %dC%d %d %d %d %d %d\"><title>%s</title></path>%n",
                fromX,
                fromY,
                fromX + bend,
                fromY,
                toX - bend,
                toY,
                toX,
                toY,
                escaped(edge.kind()));
    }

    private String box(Node node) {
        Place place = places.get(node.name());
        if (place == null) {
            return "";
        }
        return "<g class=\"" + escaped(node.kind()) + "\"><title>" + escaped(node.name()) + "</title>"
                + "<rect rx=\"5\" x=\"" + place.x() + "\" y=\"" + place.y() + "\" width=\"" + BOX_WIDTH + "\" height=\""
                + BOX_HEIGHT + "\"/>"
                + text(place.x() + 9, place.y() + 19, "k", node.kind() + " " + node.version() + origin(node))
                + text(
                        place.x() + 9,
                        place.y() + 36,
                        "s",
                        shortened(node.asset().toString()) + " · " + day(node))
                + "</g>\n";
    }

    private static String origin(Node node) {
        return node.agents().stream()
                .filter(agent -> agent.role().equals("originator"))
                .findFirst()
                .map(agent -> " · " + agent.nation())
                .orElse("");
    }

    private static String day(Node node) {
        return node.at().toString().substring(0, "2026-11-23".length());
    }

    private static String shortened(String asset) {
        return asset.substring(0, asset.indexOf('-'));
    }

    private static String text(int x, int y, String style, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" class=\"" + style + "\">" + escaped(text) + "</text>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
