//# fault: [Row] was forgotten
//## Rows.cs
public sealed record Order(string Number, double Total, bool Returned);

[{|MLP1087:RowView(typeof(Order))|}]
public sealed partial record OrderRequest;

//# fault: a view of a view
//## Rows.cs
[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Label] bool Returned);

[RowView(typeof(Order))]
public sealed partial record OrderRequest;

[{|MLP1087:RowView(typeof(OrderRequest), Without = ColumnRole.Key)|}]
public sealed partial record AnonymousRequest;

//# fault: nothing is left
//## Rows.cs
[Row]
public sealed partial record Pixel([Feature] double Red, [Feature] double Green, [Feature] double Blue);

[{|MLP1087:RowView(typeof(Pixel), Without = ColumnRole.Feature)|}]
public sealed partial record Colour;

//# fault: the view is called as a column is
//## Rows.cs
[Row]
public sealed partial record Order([RowKey] string Number, [Feature] double Total, [Label] bool Returned);

[{|MLP1087:RowView(typeof(Order))|}]
public sealed partial record Total;

//# clean: rows and views that the assembly keeps to itself
//## Rows.cs
internal enum Channel
{
    Shop,
    Web,
}

[Row]
internal sealed partial record Order([RowKey] string Number, [Feature] Channel Channel, [Label] bool Returned);

[RowView(typeof(Order))]
internal sealed partial record OrderRequest;

//# clean: a view that leaves nothing out, of a row without a label
//## Rows.cs
[Row]
public sealed partial record Reading([Time] DateTime At, [Feature] double Load);

[RowView(typeof(Reading))]
public sealed partial record Asked;

[RowView(typeof(Reading), Without = ColumnRole.None)]
public sealed partial record Whole;
