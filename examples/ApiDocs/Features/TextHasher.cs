namespace ApiDocs.Features;

/// <summary>
/// Maps a text to counted n-grams in a fixed number of buckets: the hashing trick (Weinberger et al., "Feature Hashing for Large Scale
/// Multitask Learning", ICML 2009). No vocabulary has to be kept, and a new word of tomorrow's text has a bucket today.
/// </summary>
/// <remarks>
/// The n-grams are words, pairs of neighbouring words, and the parts of compound names (<c>XmlReader</c> gives <c>xmlreader</c>, <c>xml</c>
/// and
/// <c>reader</c>), all in lower case, digits as <c>0</c>. The hash is FNV-1a, which is the same in every process and on every machine, as
/// <see cref="string.GetHashCode()"/> is not.
/// </remarks>
internal static class TextHasher
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    // Kinds of n-gram start from different states, so that the word "xml" and the part "xml" are different features.
    private const uint Word = OffsetBasis;
    private static readonly uint _part = Mix(OffsetBasis, '+');
    private static readonly uint _pair = Mix(OffsetBasis, '*');

    /// <summary>Adds the n-grams of <paramref name="text"/> to <paramref name="counts"/>, by bucket.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="bits">Base-2 logarithm of the number of buckets, 1 to 31.</param>
    /// <param name="counts">How often each bucket occurs in the text; sorted, so that whatever is summed over it is summed in the same
    /// order.</param>
    public static void Count(string text, int bits, SortedDictionary<int, int> counts)
    {
        var previous = 0u;
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            var word = text.AsSpan(start, at - start);
            var hash = Hash(Word, word);
            Add(hash);
            Add(Combine(previous, hash));
            AddParts(word);
            previous = hash;
        }

        void AddParts(ReadOnlySpan<char> word)
        {
            var from = 0;
            for (var end = 1; end <= word.Length; end++)
            {
                if (end < word.Length && !StartsPart(word, end))
                {
                    continue;
                }

                if (end - from < word.Length)
                {
                    Add(Hash(_part, word[from..end]));
                }

                from = end;
            }
        }

        void Add(uint hash)
        {
            // The low bits of FNV-1a are weak; folding the high ones in spreads the buckets evenly.
            var bucket = (int)((hash ^ (hash >> bits)) & ((1u << bits) - 1));
            counts[bucket] = counts.GetValueOrDefault(bucket) + 1;
        }
    }

    private static bool StartsPart(ReadOnlySpan<char> word, int at) =>
        char.IsUpper(word[at]) && (!char.IsUpper(word[at - 1]) || (at + 1 < word.Length && char.IsLower(word[at + 1])));

    private static uint Hash(uint state, ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            state = Mix(state, char.IsDigit(letter) ? '0' : char.ToLowerInvariant(letter));
        }

        return state;
    }

    private static uint Combine(uint first, uint second) => Mix(Mix(_pair ^ first, (char)second), (char)(second >> 16));

    private static uint Mix(uint state, char letter) => (((state ^ (byte)letter) * Prime) ^ (byte)(letter >> 8)) * Prime;
}
