namespace Mlops.Dsl.Serialization;

/// <summary>
/// The codecs that describe themselves at the moment, the outermost first: a type that contains itself would do so for ever.
/// </summary>
internal static class DescribedObjects
{
    [ThreadStatic]
    private static List<object>? t_all;

    /// <summary>Those of this thread, of whatever types.</summary>
    public static List<object> OfThread => t_all ??= [];
}
