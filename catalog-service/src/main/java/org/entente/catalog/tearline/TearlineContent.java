package org.entente.catalog.tearline;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a tearline says.
 *
 * @param audience for whom it was drafted; the label says who else may have it
 * @param parts in the order of the asset
 * @param beside what goes with them: our identity, and what each was derived from
 */
@RegisterForReflection
public record TearlineContent(Audience audience, List<Part> parts, List<JsonNode> beside) {
    /** The portions that something in it is made of. */
    Set<String> sources() {
        return parts.stream().flatMap(part -> part.from().stream()).collect(Collectors.toSet());
    }
}
