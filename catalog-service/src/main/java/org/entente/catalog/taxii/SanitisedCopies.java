package org.entente.catalog.taxii;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.catalog.asset.StoredAsset;
import org.entente.catalog.content.IntegrityException;
import org.entente.catalog.content.KeyProvider;
import org.entente.catalog.shelf.ShelvedObject;
import org.entente.catalog.taxii.Copies.Opened;
import org.entente.catalog.taxii.Instead.Known;
import org.entente.catalog.taxii.Page.Item;
import org.entente.catalog.tearline.StoredTearline;
import org.jspecify.annotations.Nullable;

/** Makes copies of what tearlines say, where it goes in place of what does not. Takes long; never on the event loop. */
@ApplicationScoped
class SanitisedCopies {
    private final KeyProvider keys;
    private final ObjectMapper json;

    SanitisedCopies(KeyProvider keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** What is decided about objects that tearlines say. */
    record Basis(Known known, Decided decided, Screen screen) {}

    /** Those of these objects that go, behind their masks. */
    Opened open(List<ShelvedObject> objects, Basis basis) {
        Map<UUID, Said> said = new HashMap<>();
        Map<UUID, IntegrityException> broken = new HashMap<>();
        List<Item> items = new ArrayList<>();
        Set<String> references = new HashSet<>();
        for (ShelvedObject object : objects) {
            StoredTearline tearline = tearline(object, basis);
            if (tearline == null) {
                continue;
            }
            StoredAsset asset = basis.known().asset(object.asset());
            try {
                Said says = said.computeIfAbsent(
                        tearline.id(), id -> new Said(tearline, asset.key(keys), basis.decided(), json));
                says.object(object.id())
                        .flatMap(content -> basis.screen().masked(asset, tearline, content))
                        .or(() -> says.beside(object.id()))
                        .ifPresent(content -> {
                            items.add(new Item(object, content));
                            Copies.addReferences(content, references);
                        });
            } catch (IntegrityException fault) {
                broken.put(object.asset(), fault);
            }
        }
        items.removeIf(item -> broken.containsKey(item.place().asset()));
        return new Opened(items, references, broken);
    }

    /** The tearline that says it, if it may go to this reader and is of the version that is on the shelf. */
    private static @Nullable StoredTearline tearline(ShelvedObject object, Basis basis) {
        UUID id = object.tearline();
        if (id == null || !basis.decided().permitsTearline(object.asset(), id)) {
            return null;
        }
        return basis.known()
                .find(id)
                .filter(tearline -> tearline.version() == object.assetVersion())
                .orElse(null);
    }
}
