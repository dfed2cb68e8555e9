package org.entente.catalog.discovery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.entente.catalog.access.Asking;
import org.entente.catalog.content.InternedLabel;
import org.entente.catalog.discovery.Disclosures.Draft;
import org.entente.catalog.discovery.Disclosures.Sight;
import org.entente.http.Problem;

/** Shows what spans many assets to readers who may discover some of them, on record like a list. */
@ApplicationScoped
public class Sightings {
    private final Disclosures disclosures;

    Sightings(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /**
     * What a reader may discover.
     *
     * @param labelSets under which an asset is listed for it
     * @param labels by identifier
     */
    public record Visible(List<Integer> labelSets, List<String> labels) {}

    /**
     * What is going to be shown.
     *
     * @param assets how many it shows
     * @param answer by the identifier of its record; bytes are sent as they are, anything else as JSON
     */
    public record Shown(int assets, Function<String, Object> answer) {}

    /**
     * The bytes of the answer, once it is on record.
     *
     * @throws Problem (as failure) 503 if there is no decision, no record, or not in time; and whatever reading fails with
     */
    public Uni<byte[]> show(Asking asking, Function<Visible, Uni<Shown>> read) {
        return disclosures.show(asking, sight -> read.apply(visible(sight))
                .map(shown -> new Draft("list", shown.assets(), shown.answer())));
    }

    private static Visible visible(Sight sight) {
        List<InternedLabel> known = sight.known().labels();
        List<String> labels = new ArrayList<>();
        sight.verdicts().admitted().stream()
                .filter(number -> number < known.size())
                .forEach(number -> labels.add(known.get(number).id()));
        return new Visible(sight.sets(), labels);
    }
}
