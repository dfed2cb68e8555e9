package org.entente.access.vocabulary;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The vocabulary as configured. */
class ConfiguredVocabulary {

    @Produces
    @Singleton
    Vocabulary vocabulary(
            @ConfigProperty(name = "entente.home") String home,
            @ConfigProperty(name = "entente.purposes") List<String> purposes,
            @ConfigProperty(name = "entente.categories") Optional<List<String>> added) {
        return new Vocabulary(home, purposes, new Categories(added.orElse(List.of())));
    }
}
