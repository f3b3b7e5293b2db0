package dev.pinflow.streams.answers;

import dev.pinflow.contract.Entity;

/**
 * What the counting questions need of a post. A part is null while its table has no record of the post.
 *
 * @param category from the pin table
 * @param place from the geo table
 * @param person from the user table
 */
record Post(String category, Place place, Person person) {
    static final Post NONE = new Post(null, null, null);

    boolean isComplete() {
        return category != null && place != null && person != null;
    }

    Post withCategory(String changed) {
        return new Post(changed, place, person);
    }

    Post withPlace(Place changed) {
        return new Post(category, changed, person);
    }

    Post withPerson(Person changed) {
        return new Post(category, place, changed);
    }

    Post without(Entity entity) {
        return switch (entity) {
            case PIN -> withCategory(null);
            case GEO -> withPlace(null);
            case USER -> withPerson(null);
        };
    }
}
