package org.entente.catalog.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.entente.label.ExportControl;
import org.entente.label.Label;
import org.entente.label.LabelException;
import org.entente.label.NationSet;
import org.entente.label.Tlp;
import org.jspecify.annotations.Nullable;

/** What the controls of a mark say, each at most once. */
final class Controls {
    private static final String EVERYONE = "ALL";
    private static final Pattern COMPARTMENT = Pattern.compile("[A-Z0-9][A-Z0-9-]*(?::[A-Z0-9][A-Z0-9-]*)?");

    private final Map<ControlWord, List<String>> stated = new EnumMap<>(ControlWord.class);

    void add(String control) {
        ControlWord word = ControlWord.of(control);
        List<String> values = word.values(control);
        if (word == ControlWord.COMPARTMENTS
                && !values.stream().allMatch(name -> COMPARTMENT.matcher(name).matches())) {
            throw new LabelException("", "has a control that is none: " + control);
        }
        if (stated.putIfAbsent(word, values) != null) {
            throw new LabelException("", "says twice: " + control);
        }
    }

    Label label(String policy, String level, @Nullable List<String> categories) {
        if (stated.containsKey(ControlWord.NO_FOREIGNERS)
                && (stated.containsKey(ControlWord.RELEASABLE) || stated.containsKey(ControlWord.DISPLAYABLE))) {
            throw new LabelException("", "says both NF and to whom it may go");
        }
        return new Label(
                policy,
                level,
                null,
                null,
                nations(ControlWord.RELEASABLE),
                nations(ControlWord.DISPLAYABLE),
                stated.get(ControlWord.COMPARTMENTS),
                stated.containsKey(ControlWord.ORIGINATOR_CONTROLLED),
                stated.get(ControlWord.PROPRIETARY),
                Objects.requireNonNullElse(stated.get(ControlWord.CATEGORIES), orEmpty(categories)),
                exportControls(),
                tlp(),
                null);
    }

    private @Nullable List<String> nations(ControlWord word) {
        List<String> codes = stated.get(word);
        return codes != null && codes.equals(List.of(EVERYONE)) ? List.of(NationSet.EVERYONE_CODE) : codes;
    }

    private @Nullable List<ExportControl> exportControls() {
        List<String> codes = stated.get(ControlWord.EXPORT);
        if (codes == null) {
            return null;
        }
        List<ExportControl> controls = new ArrayList<>();
        for (String code : codes) {
            int slash = code.indexOf('/');
            if (slash < 1 || slash == code.length() - 1) {
                throw new LabelException("", "has an export control that is not of the form REGIME/CODE");
            }
            controls.add(new ExportControl(code.substring(0, slash), code.substring(slash + 1)));
        }
        return controls;
    }

    private @Nullable Tlp tlp() {
        List<String> names = stated.get(ControlWord.TLP);
        if (names == null) {
            return null;
        }
        if (names.size() != 1) {
            throw new LabelException("", "has more than one TLP");
        }
        return Tlp.of(names.get(0));
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
