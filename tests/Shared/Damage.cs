/// <summary>What happens to bytes on a bad disk, on the way, or in hostile hands.</summary>
#pragma warning disable CA1050, MA0047 // Shared by all test programs, whatever their namespaces.
internal static class Damage
#pragma warning restore CA1050, MA0047
{
    /// <summary>Bytes like these, with some changed, lost, doubled or made up.</summary>
    public static byte[] Of(byte[] content, Random random)
    {
        List<byte> bytes = [.. content];
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var place = random.Next(bytes.Count + 1);
            switch (random.Next(5))
            {
                case 0 when place < bytes.Count:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1 when place < bytes.Count:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(place, random.Next(bytes.Count - place + 1));
                    break;
                case 3:
                    bytes.InsertRange(place, bytes.GetRange(0, place));
                    break;
                default:
                    // What a length looks like that is far too long.
                    bytes.InsertRange(place, Enumerable.Repeat((byte)0xFF, random.Next(1, 5)).Append((byte)random.Next(128)));
                    break;
            }
        }

        return [.. bytes];
    }
}
