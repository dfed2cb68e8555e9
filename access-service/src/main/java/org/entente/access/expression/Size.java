package org.entente.access.expression;

import org.jspecify.annotations.Nullable;

/**
 * The most that a value can be.
 *
 * @param elements of a list, or members of a map
 * @param characters of a text
 * @param weight steps to look at all of it, whatever is in it
 * @param each the largest of its elements, where more is known than that it came with the request
 */
record Size(
        double elements,
        double characters,
        double weight,
        @Nullable Size each) {
    /** Ten characters are looked at in one step. */
    static final double PER_CHARACTER = 0.1;

    /** An element of something of the request: all elements together are no more than the request, so this is their mean. */
    static final Size ITEM = ofRequest(100);
    /** Any part of the request, perhaps nearly all of it. */
    static final Size REQUEST = ofRequest(1);

    static final Size SCALAR = text(20);

    static Size text(int characters) {
        return new Size(0, characters, 1 + PER_CHARACTER * characters, null);
    }

    static Size list(double elements, Size each) {
        return new Size(elements, 0, 1 + elements * each.weight, each);
    }

    /** A member of it, by its name or index. */
    Size member() {
        return each == null ? this.elements == 0 ? REQUEST : this : each;
    }

    /** What a loop over it sees in the mean. */
    Size item() {
        return each == null ? ITEM : each;
    }

    Size max(Size other) {
        return new Size(
                Math.max(elements, other.elements),
                Math.max(characters, other.characters),
                Math.max(weight, other.weight),
                each == null || other.each == null
                        ? (elements == 0 ? other.each : other.elements == 0 ? each : null)
                        : each.max(other.each));
    }

    /** Of both together: lists one after the other, or texts. */
    Size plus(Size other) {
        Size longer = max(other);
        return new Size(elements + other.elements, characters + other.characters, weight + other.weight, longer.each);
    }

    private static Size ofRequest(int share) {
        return new Size(
                share == 1 ? Reading.MOST_ELEMENTS : (double) Reading.MOST_VALUES / share,
                share == 1 ? Reading.LONGEST_TEXT : (double) Reading.MOST_CHARACTERS / share,
                (Reading.MOST_VALUES + PER_CHARACTER * Reading.MOST_CHARACTERS) / share,
                null);
    }
}
