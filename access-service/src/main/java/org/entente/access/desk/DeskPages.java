package org.entente.access.desk;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.access.desk.DeskResource.Part;
import org.entente.page.Entered;
import org.entente.page.WireForm;
import org.jspecify.annotations.Nullable;

/** The desk for people: every section of it, and from each entry the way to where it is acted on. */
@Path(DeskPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DeskPages {
    static final String PATH = "/access/pages/desk";

    private static final String DAYS_AHEAD = "30";
    private static final Set<String> WITH_PAGES =
            Set.of("agreements", "consents", "grants", "messages", "partners", "requests", "reviews");

    /** What there is for people to do first stands first; sections of others follow. */
    private static final List<Heading> HEADINGS = List.of(
            new Heading("requests", "Open requests", "What partners ask for, and how long there is to answer"),
            new Heading("reviews", "Open reviews", "Campaigns in which grants are kept, narrowed or revoked"),
            new Heading("consents", "Consents awaited", "Agreements, originators and owners, and second persons"),
            new Heading("messages", "Planned messages", "Messages to partners that are under way"),
            new Heading("expiring", "Expiring", "What ends or is to be reviewed soon, or has just ended"),
            new Heading("assessments", "Assessments", "Risk assessments that have lapsed or will soon"),
            new Heading("postures", "Postures", "How far partners are trusted now"),
            new Heading("offered", "Offered", "What is offered to whom: live grants"));

    private final DeskResource desk;
    private final WireForm wire;
    private final Template page;

    DeskPages(DeskResource desk, WireForm wire, @Location("desk") Template page) {
        this.desk = desk;
        this.wire = wire;
        this.page = page;
    }

    private record Heading(String name, String title, String caption) {}

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> show(
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("partner") @Nullable String partner,
            @QueryParam("days") @Nullable String days) {
        Integer ahead = Entered.number("days", Entered.text(days) == null ? DAYS_AHEAD : days);
        return desk.parts(Entered.text(agency), Entered.text(partner), "P" + ahead + "D")
                .map(parts -> page.data("sections", sections(parts))
                        .data("agency", shown(agency))
                        .data("partner", shown(partner))
                        .data("days", ahead));
    }

    private List<Map<String, Object>> sections(Map<String, Part> parts) {
        Map<String, Part> left = new TreeMap<>(parts);
        List<Map<String, Object>> sections = new ArrayList<>();
        for (Heading heading : HEADINGS) {
            Part part = left.remove(heading.name());
            if (part != null) {
                sections.add(section(heading, part));
            }
        }
        left.forEach((name, part) -> sections.add(section(new Heading(name, name, name), part)));
        return sections;
    }

    private Map<String, Object> section(Heading heading, Part part) {
        List<Map<String, Object>> entries = part.entries().stream()
                .map(entry -> {
                    Map<String, Object> shown = wire.of(entry);
                    shown.put("page", page(entry.href()));
                    return shown;
                })
                .toList();
        return Map.of(
                "name", heading.name(),
                "title", heading.title(),
                "caption", heading.caption(),
                "entries", entries,
                "more", part.more());
    }

    /** Where people act on what the interface has at a path; empty for what has no page. */
    private static String page(String href) {
        String[] parts = href.split("/", 4);
        return parts.length == 4 && WITH_PAGES.contains(parts[2]) ? "/access/pages/" + parts[2] + "/" + parts[3] : "";
    }

    private static String shown(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }
}
