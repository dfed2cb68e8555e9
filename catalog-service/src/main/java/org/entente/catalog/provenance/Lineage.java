package org.entente.catalog.provenance;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.catalog.discovery.Sightings.Visible;
import org.jspecify.annotations.Nullable;

/**
 * Follows derivations. A reader who may not discover everything goes only through what it may discover: what lies beyond
 * something hidden is not found by way of it.
 */
@ApplicationScoped
class Lineage {
    /** What the reader in question may know of: everything, or discoverable versions and tearlines that are approved. */
    private static final String VISIBLE = """
            ($2::integer[] is null or exists (
                select from listed_asset l where l.asset = e.asset and l.label_set = any($2)
                    and (e.kind = 'version' or e.kind = 'tearline' and e.label = any($3) and e.version = l.version
                         and (select s.state from proposal_step s where s.proposal = e.proposal order by s.step desc limit 1)
                             = 'APPROVED')))""";

    private static final String REACH = """
            with recursive reach (id, depth) as (
                select e.id, 0 from prov_entity e where e.asset = $1 and e.kind = 'version' and %3$s
                union
                select d.%1$s, reach.depth + 1 from reach
                join prov_derivation d on d.%2$s = reach.id
                join prov_entity e on e.id = d.%1$s
                where reach.depth < $4 and %3$s
            ), found as (
                select e.*, min(reach.depth) as depth from reach join prov_entity e on e.id = reach.id group by e.id
            )
            select * from found where $6::integer is null or (depth, name) > ($6, $7) order by depth, name limit $5""";

    private static final String EDGES = """
            select n.name as derived, o.name as source, d.kind, d.at, d.actor, d.reason
            from prov_derivation d join prov_entity n on n.id = d.derived join prov_entity o on o.id = d.source
            join prov_entity e on e.id = d.%1$s
            where d.%2$s = any($1) and %3$s
            order by n.name, o.name, d.kind limit $4""";

    private static final String AGENTS =
            "select entity, nation, role from prov_agent where entity = any($1) order by nation, role";
    private static final int MOST_EDGES = 20_000;

    private final Pool pool;

    Lineage(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is found from all versions of an asset.
     *
     * @param visible what the reader may know of; absent for the home side, which may know of everything
     */
    Uni<Graph> follow(UUID asset, Way way, @Nullable Visible visible) {
        String reach = REACH.formatted(way.direction().there(), way.direction().here(), VISIBLE);
        Tuple bounds = Tuple.tuple().addUUID(asset);
        add(bounds, visible);
        bounds.addInteger(way.depth()).addInteger(way.limit() + 1);
        bounds.addInteger(way.after() == null ? null : way.after().depth());
        bounds.addString(way.after() == null ? null : way.after().name());
        return pool.preparedQuery(reach).execute(bounds).chain(rows -> graph(rows, way, visible));
    }

    private Uni<Graph> graph(RowSet<Row> rows, Way way, @Nullable Visible visible) {
        List<Row> found = new ArrayList<>();
        rows.forEach(found::add);
        List<Row> page = found.subList(0, Math.min(found.size(), way.limit()));
        Long[] ids = page.stream().map(row -> row.getLong("id")).toArray(Long[]::new);
        return agents(ids).chain(agents -> edges(ids, way, visible).map(edges -> {
            List<Node> nodes =
                    page.stream().map(row -> node(row, agents, visible)).toList();
            boolean isMore = found.size() > page.size();
            return new Graph(nodes, edges, isMore ? place(nodes.get(nodes.size() - 1)) : null);
        }));
    }

    private static Way.Place place(Node node) {
        return new Way.Place(node.depth(), node.name());
    }

    private Uni<Map<Long, List<Node.Agent>>> agents(Long[] ids) {
        return pool.preparedQuery(AGENTS)
                .execute(Tuple.tuple().addArrayOfLong(ids))
                .map(rows -> {
                    Map<Long, List<Node.Agent>> agents = new HashMap<>();
                    rows.forEach(row -> agents.computeIfAbsent(row.getLong("entity"), first -> new ArrayList<>())
                            .add(new Node.Agent(row.getString("nation"), row.getString("role"))));
                    return agents;
                });
    }

    private Uni<List<Edge>> edges(Long[] ids, Way way, @Nullable Visible visible) {
        String edges = EDGES.formatted(way.direction().there(), way.direction().here(), VISIBLE);
        Tuple bounds = Tuple.tuple().addArrayOfLong(ids);
        add(bounds, visible);
        bounds.addInteger(MOST_EDGES);
        return pool.preparedQuery(edges).execute(bounds).map(rows -> {
            List<Edge> found = new ArrayList<>();
            rows.forEach(row -> found.add(new Edge(
                    row.getString("derived"),
                    row.getString("source"),
                    row.getString("kind"),
                    row.getOffsetDateTime("at").toInstant(),
                    visible == null ? row.getString("actor") : null,
                    visible == null ? row.getString("reason") : null)));
            return found;
        });
    }

    private static void add(Tuple bounds, @Nullable Visible visible) {
        bounds.addArrayOfInteger(visible == null ? null : visible.labelSets().toArray(Integer[]::new));
        bounds.addArrayOfString(visible == null ? null : visible.labels().toArray(String[]::new));
    }

    /** To whom else something was handed over, and who did what in the house, is for the home side. */
    private static Node node(Row row, Map<Long, List<Node.Agent>> agents, @Nullable Visible visible) {
        return new Node(
                row.getLong("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getUUID("asset"),
                row.getInteger("version"),
                row.getOffsetDateTime("at").toInstant(),
                visible == null ? row.getString("actor") : null,
                row.getInteger("depth"),
                agents.getOrDefault(row.getLong("id"), List.of()).stream()
                        .filter(agent -> visible == null || agent.role().equals("originator"))
                        .toList());
    }
}
