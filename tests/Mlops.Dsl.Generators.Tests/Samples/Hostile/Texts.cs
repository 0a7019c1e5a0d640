#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

[Pipeline("json \" \\ \n \u2028 </summary> & <b>", Version = "1 \" & <x>")]
public sealed partial class P
{
    /// <summary>
    /// A &quot;&quot;&quot; b <![CDATA[ x ]]> <c>c</c>
    /// <para>and</para> <see cref="List{T}.Add(T)"/> */ // \u0041
    /// </summary>
    [Parameter] public string Text { get; init; } = "\"\"\" \\ \0 \u2028 {braces}";
    [Parameter] public char Letter { get; init; } = '\'';
    [Source("a{{b}}\\\"{Text}/*")] public partial FileSet Files();
}
