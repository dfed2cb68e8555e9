package org.entente.catalog.marking;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.entente.http.Problem;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.Labels;
import org.entente.label.NormalLabel;
import org.entente.label.RollUp;
import org.jspecify.annotations.Nullable;

/** The banner calculator: the marking of a whole, and why it is as strict as it is. */
@Path("/catalog/labels/banner")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Markings")
class BannerResource {
    private static final String EXAMPLE = """
            {"originator": "XAA", "instant": "2026-11-23T00:00:00Z", "labels": [
              {"policy": "ALLIANCE", "classification": "SECRET", "releasableTo": ["XBB"], "categories": ["sensitive"]},
              {"policy": "ALLIANCE", "classification": "RESTRICTED", "releasableTo": ["*"], "tlp": "GREEN"}]}""";

    private final MarkingPolicyStore store;

    BannerResource(MarkingPolicyStore store) {
        this.store = store;
    }

    /**
     * A banner with its reasons.
     *
     * @param banner in normal form
     * @param reasons one sentence for each label that made it stricter
     */
    record Banner(Label banner, List<String> reasons) {}

    @POST
    @Operation(summary = "Roll labels up to their banner")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = BannerRequest.class),
                            examples = @ExampleObject(name = "two labels", value = EXAMPLE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Banner.class)))
    @APIResponse(responseCode = "400", description = "Something unknown; the field is named.")
    public Uni<Banner> banner(@Nullable BannerRequest request) {
        if (request == null) {
            throw Problem.badRequest("", "is required");
        }
        List<Label> labels = request.requireLabels();
        Instant instant = request.at(Instant.now());
        return store.labels().map(vocabulary -> {
            RollUp rollUp =
                    compiled(rollUp(vocabulary, labels, request.originator(), instant), request, vocabulary, instant);
            return new Banner(rollUp.banner().toLabel(), rollUp.reasons());
        });
    }

    /** Stricter than the roll-up with a stated reason; never looser. */
    private static RollUp compiled(RollUp rollUp, BannerRequest request, Labels vocabulary, Instant instant) {
        BannerRequest.Compilation compilation = request.compilation();
        if (compilation == null) {
            return rollUp;
        }
        String place = "/compilation/banner";
        NormalLabel stated = normalise(vocabulary, compilation.requireBanner(), request.originator(), instant, place);
        try {
            return rollUp.compiled(stated, compilation.requireReason());
        } catch (LabelException fault) {
            throw Refused.because(fault.under(place));
        }
    }

    private static RollUp rollUp(Labels vocabulary, List<Label> labels, @Nullable String originator, Instant instant) {
        List<NormalLabel> normal = new ArrayList<>(labels.size());
        for (Label label : labels) {
            normal.add(normalise(vocabulary, label, originator, instant, "/labels/" + normal.size()));
        }
        return RollUp.of(normal);
    }

    private static NormalLabel normalise(
            Labels vocabulary, Label label, @Nullable String originator, Instant instant, String pointer) {
        try {
            return vocabulary.normalise(label, originator, instant);
        } catch (LabelException fault) {
            throw Refused.because(fault.under(pointer));
        }
    }
}
