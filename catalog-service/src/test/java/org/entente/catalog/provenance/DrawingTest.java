package org.entente.catalog.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class DrawingTest {
    private static final UUID ASSET = UUID.fromString("9b2e6f0a-5a39-4f0e-8f0c-3f1f5d2a7c11");

    @Test
    void hasABoxForEachEntityAndALineForEachDerivation() throws Exception {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            nodes.add(node("n" + number, number == 0 ? 0 : number < 4 ? 1 : 2));
            if (number > 0) {
                edges.add(edge("n" + number, "n" + (number - 1) / 3));
            }
        }

        String drawing = Drawing.of(new Graph(nodes, edges, null), Direction.DERIVED);

        Document svg = parsed(drawing);
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(9);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(8 + 1);
    }

    @Test
    void drawsOnlyLinesBetweenWhatItShows() throws Exception {
        Graph graph = new Graph(List.of(node("a", 0)), List.of(edge("a", "elsewhere")), new Way.Place(0, "a"));

        String drawing = Drawing.of(graph, Direction.SOURCES);

        assertThat(parsed(drawing).getElementsByTagName("path").getLength()).isEqualTo(1);
        assertThat(drawing).contains("of more").doesNotContain("elsewhere");
    }

    @Test
    void isWellFormedWhateverNamesSay() throws Exception {
        Graph graph = new Graph(List.of(node("<script>alert('&')</script>\"", 0)), List.of(), null);

        String drawing = Drawing.of(graph, Direction.SOURCES);

        assertThat(parsed(drawing).getElementsByTagName("script").getLength()).isZero();
    }

    private static Node node(String name, int depth) {
        return new Node(
                1,
                name,
                "version",
                ASSET,
                1,
                Instant.parse("2026-11-23T00:00:00Z"),
                null,
                depth,
                List.of(new Node.Agent("XAA", "originator")));
    }

    private static Edge edge(String derived, String source) {
        return new Edge(derived, source, "derivation", Instant.parse("2026-11-23T00:00:00Z"), null, null);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
