package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.compatibility.SchemaConfig;
import dev.pinflow.connect.s3.format.ObjectPart;
import dev.pinflow.connect.s3.naming.ObjectNames;
import dev.pinflow.connect.s3.partition.Partitioner;
import dev.pinflow.connect.s3.rotate.Rotation;
import java.util.List;
import java.util.Optional;

/**
 * Which objects records become.
 *
 * @param parts the objects that are written per name, the values' object first
 * @param tombstones where records without a value go; empty when they have no objects of their own
 */
public record Layout(
        ObjectNames names,
        Partitioner partitioner,
        List<ObjectPart> parts,
        Optional<Tombstones> tombstones,
        SchemaConfig schemas,
        Rotation rotation) {

    /**
     * Objects of records without a value.
     *
     * @param encodedPartition takes the place of what the partitioner says
     * @param parts the objects that are written per name: the keys' object
     */
    public record Tombstones(String encodedPartition, List<ObjectPart> parts) {}
}
