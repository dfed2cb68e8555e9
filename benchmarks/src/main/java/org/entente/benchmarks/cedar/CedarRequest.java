package org.entente.benchmarks.cedar;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.benchmarks.workload.Marking;
import org.entente.benchmarks.workload.Person;
import org.entente.benchmarks.workload.Request;
import org.entente.benchmarks.workload.Words;

/** A request in Cedar's terms. */
final class CedarRequest {
    private static final EntityTypeName PARTNER = type("Partner");
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityUID PORTION = type("Portion").of("p1");

    private CedarRequest() {}

    static AuthorizationRequest of(Request request) {
        return new AuthorizationRequest(
                PARTNER.of(request.person().partner()), ACTION.of(request.action()), PORTION, context(request));
    }

    private static Map<String, Value> context(Request request) {
        Person person = request.person();
        Marking marking = request.marking();
        Map<String, Value> context = new HashMap<>();
        context.put("nation", new PrimString(person.partner()));
        context.put("clearance", rank(Words.LEVELS, person.clearance()));
        context.put("held", strings(person.compartments()));
        context.put("assurance", rank(Words.ASSURANCES, person.assurance()));
        context.put("country", new PrimString(person.country()));
        context.put("purpose", new PrimString(request.purpose()));
        context.put("instant", new PrimLong(request.instant().getEpochSecond()));
        context.put("classification", rank(Words.LEVELS, marking.classification()));
        context.put("tier", new PrimLong((long) Words.tier(marking.categories())));
        context.put("categories", strings(marking.categories()));
        context.put("compartments", strings(marking.compartments()));
        context.put("releasableTo", strings(marking.releasableTo()));
        context.put("displayableTo", strings(marking.displayableTo()));
        return context;
    }

    private static Value rank(List<String> all, String word) {
        return new PrimLong((long) all.indexOf(word));
    }

    private static Value strings(List<String> words) {
        return new CedarList(
                words.stream().map(word -> (Value) new PrimString(word)).toList());
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
