package org.entente.audit.indicator;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entente.audit.indicator.Series.Point;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Indicators for people: what the JSON resource shows the same caller, as tables and as charts. */
@Path("/audit/pages/indicators")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@TemplateData(target = Chart.class)
@TemplateData(target = Chart.Column.class)
@TemplateData(target = Chart.Mark.class)
@TemplateData(target = IndicatorPages.Told.class)
@TemplateData(target = IndicatorPages.Part.class)
public class IndicatorPages {

    private final IndicatorResource indicators;
    private final Template overview;
    private final Template one;

    IndicatorPages(
            IndicatorResource indicators,
            @Location("indicators") Template overview,
            @Location("indicator") Template one) {
        this.indicators = indicators;
        this.overview = overview;
        this.one = one;
    }

    /** A value in words. */
    public record Told(
            String name,
            String title,
            String target,
            String cases,
            String share,
            String mean,
            String longest,
            String judged) {

        static Told of(String name, String title, Target target, @Nullable Point point) {
            return new Told(
                    name,
                    title,
                    target(target),
                    point == null ? "0" : Long.toString(point.count()),
                    point == null || point.share() == null ? "–" : percent(point.share()),
                    point == null || point.mean() == null ? "–" : Chart.time(point.mean()),
                    point == null || point.longest() == null ? "–" : Chart.time(point.longest()),
                    point == null || point.asAimed() == null ? "–" : point.asAimed() ? "as aimed" : "not as aimed");
        }

        private static String target(Target target) {
            StringBuilder text = new StringBuilder();
            if (target.within() != null) {
                text.append("within ").append(Chart.time(target.within())).append(' ');
            }
            if (target.least() != null) {
                text.append("at least ").append(percent(target.least()));
            }
            if (target.most() != null) {
                text.append("at most ").append(percent(target.most()));
            }
            return text.length() == 0 ? "none" : text.toString().strip();
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * share);
        }
    }

    /** A part of the whole, summed up. */
    public record Part(String name, long cases, long met) {}

    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> overview(@BeanParam IndicatorParameters parameters) {
        return indicators.overview(parameters).map(all -> overview.data("scope", all.scope())
                .data("known", all.known())
                .data("partner", Objects.requireNonNullElse(all.scope().partner(), ""))
                .data("agency", Objects.requireNonNullElse(all.scope().agency(), ""))
                .data(
                        "lines",
                        all.indicators().stream()
                                .map(line ->
                                        Told.of(line.indicator().wireName(), line.title(), line.target(), line.value()))
                                .toList()));
    }

    @GET
    @Path("{name}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@RestPath String name, @BeanParam IndicatorParameters parameters) {
        return indicators.series(name, parameters).map(series -> one.data("series", series)
                .data("name", name)
                .data("partner", Objects.requireNonNullElse(series.scope().partner(), ""))
                .data("agency", Objects.requireNonNullElse(series.scope().agency(), ""))
                .data("by", series.by().wireName())
                .data("whole", Told.of(name, series.title(), series.target(), series.whole()))
                .data("isNotCountedSo", isNotCountedSo(series))
                .data("chart", Chart.of(series))
                .data("partners", compared(series.compared().partners(), series.target()))
                .data("agencies", compared(series.compared().agencies(), series.target()))
                .data("points", points(series))
                .data("parts", parts(series)));
    }

    private static List<Told> points(Series series) {
        return series.points().stream()
                .map(point -> Told.of(point.from().toString(), "", series.target(), point))
                .toList();
    }

    private static List<Told> compared(Map<String, Point> each, Target target) {
        return each.entrySet().stream()
                .map(one -> Told.of(one.getKey(), "", target, one.getValue()))
                .toList();
    }

    /** Whether it was asked for by what this indicator does not know. */
    private static boolean isNotCountedSo(Series series) {
        Set<Dimension> dimensions = series.dimensions();
        return (series.scope().partner() != null && !dimensions.contains(Dimension.PARTNER))
                || (series.scope().agency() != null && !dimensions.contains(Dimension.AGENCY));
    }

    private static List<Part> parts(Series series) {
        return series.parts().entrySet().stream()
                .map(part -> new Part(
                        part.getKey(),
                        part.getValue().stream().mapToLong(Point::count).sum(),
                        part.getValue().stream().mapToLong(Point::met).sum()))
                .toList();
    }
}
