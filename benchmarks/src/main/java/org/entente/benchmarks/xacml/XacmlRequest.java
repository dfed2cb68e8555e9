package org.entente.benchmarks.xacml;

import java.util.List;
import java.util.Optional;
import org.entente.benchmarks.workload.Marking;
import org.entente.benchmarks.workload.Person;
import org.entente.benchmarks.workload.Request;
import org.entente.benchmarks.workload.Words;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionRequestBuilder;
import org.ow2.authzforce.core.pdp.api.value.AttributeBag;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.IntegerValue;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;

/** A request in AuthzForce's own form, which spares it all parsing. */
final class XacmlRequest {
    private final DecisionRequestBuilder<?> builder;

    private XacmlRequest(DecisionRequestBuilder<?> builder) {
        this.builder = builder;
    }

    static DecisionRequest of(Request request, DecisionRequestBuilder<?> builder) {
        XacmlRequest target = new XacmlRequest(builder);
        target.person(request.person());
        target.marking(request.marking());
        target.put(Attribute.ACTION, List.of(request.action()));
        target.put(Attribute.PURPOSE, List.of(request.purpose()));
        target.put(Attribute.INSTANT, (int) request.instant().getEpochSecond());
        return builder.build(false);
    }

    private void person(Person person) {
        put(Attribute.PARTNER, List.of(person.partner()));
        put(Attribute.CLEARANCE, Words.LEVELS.indexOf(person.clearance()));
        put(Attribute.HELD, person.compartments());
        put(Attribute.ASSURANCE, Words.ASSURANCES.indexOf(person.assurance()));
        put(Attribute.COUNTRY, List.of(person.country()));
    }

    private void marking(Marking marking) {
        put(Attribute.CLASSIFICATION, Words.LEVELS.indexOf(marking.classification()));
        put(Attribute.TIER, Words.tier(marking.categories()));
        put(Attribute.CATEGORIES, marking.categories());
        put(Attribute.COMPARTMENTS, marking.compartments());
        put(Attribute.RELEASABLE_TO, marking.releasableTo());
        put(Attribute.DISPLAYABLE_TO, marking.displayableTo());
    }

    private void put(Attribute attribute, int number) {
        put(attribute, Bags.singletonAttributeBag(StandardDatatypes.INTEGER, IntegerValue.valueOf(number)));
    }

    private void put(Attribute attribute, List<String> words) {
        put(
                attribute,
                Bags.newAttributeBag(
                        StandardDatatypes.STRING,
                        words.stream().map(StringValue::new).toList()));
    }

    private void put(Attribute attribute, AttributeBag<?> values) {
        builder.putNamedAttributeIfAbsent(
                AttributeFqns.newInstance(attribute.category(), Optional.empty(), attribute.id()), values);
    }
}
