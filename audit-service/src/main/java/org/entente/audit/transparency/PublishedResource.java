package org.entente.audit.transparency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Reports for everybody, without login: as JSON, and as a page. A correction stands beside what it corrects. */
@Path("/audit/transparency")
@PermitAll
@Tag(name = "Transparency")
@TemplateData(target = Period.class)
@TemplateData(target = Cell.class)
@TemplateData(target = Mechanism.class)
@TemplateData(target = Figures.class)
@TemplateData(target = Figures.Figure.class)
@TemplateData(target = Figures.Budget.class)
@TemplateData(target = PublishedResource.Version.class)
public class PublishedResource {

    private static final String HTML = MediaType.TEXT_HTML + ";qs=0.9";
    private static final String JSON = MediaType.APPLICATION_JSON + ";qs=1";

    private final Pool pool;
    private final Reports reports;
    private final Template list;
    private final Template page;

    PublishedResource(
            Pool pool,
            Reports reports,
            @Location("transparency") Template list,
            @Location("transparency-report") Template page) {
        this.pool = pool;
        this.reports = reports;
        this.list = list;
        this.page = page;
    }

    /**
     * A published version.
     *
     * @param reason what it corrects; absent in a first version
     * @param correctedBy the version that corrects it; absent in the newest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    record Version(
            String period,
            int version,
            Instant published,
            String foreword,
            @Nullable String reason,
            @Nullable Integer correctedBy,
            Figures figures) {}

    /** All that is published, newest periods first, each with all its versions. */
    @RegisterForReflection
    record Published(List<Version> reports) {}

    @GET
    @Produces(JSON)
    @Operation(summary = "Everything that is published, for everybody")
    public Uni<Published> all() {
        return reports.all(pool).map(all -> new Published(versions(all)));
    }

    @GET
    @Produces(HTML)
    @Operation(hidden = true)
    public Uni<TemplateInstance> allForPeople() {
        return all().map(all -> list.data("reports", all.reports()));
    }

    @GET
    @Path("{period:[0-9][^/]*}")
    @Produces(JSON)
    @Operation(summary = "The newest version of a report, for everybody")
    @APIResponse(responseCode = "404", description = "None is published of this period")
    public Uni<Version> newest(@RestPath @Parameter(example = "2026-Q3") String period) {
        return of(period).map(versions -> versions.get(versions.size() - 1));
    }

    @GET
    @Path("{period:[0-9][^/]*}")
    @Produces(HTML)
    @Operation(hidden = true)
    public Uni<TemplateInstance> newestForPeople(@RestPath String period) {
        return of(period).map(versions -> page(versions, versions.get(versions.size() - 1)));
    }

    @GET
    @Path("{period:[0-9][^/]*}/versions/{version}")
    @Produces(JSON)
    @Operation(summary = "A version of a report, also when it was corrected since")
    public Uni<Version> version(@RestPath String period, @RestPath int version) {
        return of(period).map(versions -> version(versions, version));
    }

    @GET
    @Path("{period:[0-9][^/]*}/versions/{version}")
    @Produces(HTML)
    @Operation(hidden = true)
    public Uni<TemplateInstance> versionForPeople(@RestPath String period, @RestPath int version) {
        return of(period).map(versions -> page(versions, version(versions, version)));
    }

    private TemplateInstance page(List<Version> versions, Version shown) {
        return page.data("report", shown)
                .data("versions", versions)
                .data("figures", shown.figures())
                .data("parameters", shown.figures().parameters());
    }

    private Uni<List<Version>> of(String period) {
        Period about = Period.read(period).orElseThrow(Problem::notFound);
        return reports.of(pool, about).map(PublishedResource::versions).invoke(versions -> {
            if (versions.isEmpty()) {
                throw Problem.notFound();
            }
        });
    }

    private static Version version(List<Version> versions, int number) {
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static List<Version> versions(List<Report> all) {
        List<Report> published =
                all.stream().filter(report -> report.state() == State.PUBLISHED).toList();
        return published.stream()
                .map(report -> new Version(
                        report.period().toString(),
                        report.version(),
                        Objects.requireNonNull(report.published()),
                        report.foreword(),
                        report.reason(),
                        published.stream()
                                .filter(later ->
                                        later.period().equals(report.period()) && later.version() > report.version())
                                .map(Report::version)
                                .findFirst()
                                .orElse(null),
                        report.figures()))
                .toList();
    }
}
