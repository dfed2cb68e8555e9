package org.entente.access.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.entente.access.expression.Facts;
import org.entente.access.houserule.RuleBook;
import org.entente.access.policy.CompiledPolicy;
import org.jspecify.annotations.Nullable;

/** Which entities a permitted decision would name (AuthZEN Authorization API 1.0 section 8), in a stable order. */
sealed interface Search extends Question {

    /** All that is found; a pure function of search and policy. */
    Stream<Result> find(CompiledPolicy policy);

    /** A subject or a resource by type and identifier, or an action by name; never its properties. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            @Nullable String type,
            @Nullable String id,
            @Nullable String name) {

        /** What tells it from the other results. */
        String key() {
            return id == null ? String.valueOf(name) : id;
        }
    }

    /** What is sought (sections 8.4 to 8.6). */
    enum Kind {
        SUBJECT,
        RESOURCE,
        ACTION;

        /** @throws IllegalArgumentException if nothing of that name is sought */
        static Kind of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }

        String wireName() {
            return switch (this) {
                case SUBJECT -> Facts.SUBJECT;
                case RESOURCE -> Facts.RESOURCE;
                case ACTION -> Facts.ACTION;
            };
        }
    }

    /**
     * Over the inventory of the house rules that govern the type of the resource.
     *
     * @param stated the request, without properties of what is sought
     * @param narrowing properties that were stated of it: only entities of which the inventory says the same are found
     */
    record OverInventory(Kind kind, JsonNode stated, JsonNode narrowing, Instant instant) implements Search {

        @Override
        public Stream<Result> find(CompiledPolicy policy) {
            return Facts.isReadable(narrowing)
                    ? policy.ruleBook(text(Facts.RESOURCE)).stream().flatMap(this::find)
                    : Stream.of();
        }

        private Stream<Result> find(RuleBook book) {
            Facts facts = Facts.of(stated, instant);
            String member = kind == Kind.ACTION ? "name" : "id";
            Map<String, Object> wanted = Facts.properties(narrowing);
            return entities(book).entrySet().stream()
                    .filter(entity -> entity.getValue().entrySet().containsAll(wanted.entrySet()))
                    .map(Map.Entry::getKey)
                    .filter(key -> book.permits(facts.with(kind.wireName(), Map.of(member, key))))
                    .map(this::result);
        }

        private SortedMap<String, Map<String, Object>> entities(RuleBook book) {
            return switch (kind) {
                case SUBJECT -> book.subjects(text(Facts.SUBJECT));
                case RESOURCE -> book.resources(text(Facts.RESOURCE));
                case ACTION -> book.actions();
            };
        }

        private Result result(String key) {
            return kind == Kind.ACTION ? new Result(null, null, key) : new Result(text(kind.wireName()), key, null);
        }

        private String text(String entity) {
            return stated.path(entity).path("type").asText();
        }
    }

    /**
     * What a person may do with an asset that the request describes.
     *
     * @param questions one for each act, in the order of their names
     */
    record ActionsOnAsset(List<Question.OfAsset> questions) implements Search {
        @Override
        public Stream<Result> find(CompiledPolicy policy) {
            return questions.stream()
                    .filter(question -> Decider.decide(question, policy).permits())
                    .map(question -> new Result(null, null, question.act().wireName()));
        }
    }

    /** Of persons and assets nobody keeps an inventory here, and who could be found would be told to exist (G6). */
    record Nothing() implements Search {
        @Override
        public Stream<Result> find(CompiledPolicy policy) {
            return Stream.of();
        }
    }
}
