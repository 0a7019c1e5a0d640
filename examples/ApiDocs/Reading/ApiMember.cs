using System.ComponentModel.DataAnnotations;
using Mlops.Dsl;

namespace ApiDocs;

/// <summary>A documented member of the class library.</summary>
/// <param name="Id">Its documentation id, such as <c>M:System.IO.Stream.Flush</c>.</param>
/// <param name="Summary">What its documentation says in one or a few sentences.</param>
/// <param name="Area">The part of the library that it belongs to, such as <c>System.IO</c>.</param>
[Row]
public sealed partial record ApiMember(
    [Required, RegularExpression("^[TMPFE]:.+")] string Id,
    [StringLength(4000, MinimumLength = 20), Feature] string Summary,
    [Required, Label] string Area
);
