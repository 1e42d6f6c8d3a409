from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0007_times'),
    ]

    operations = [
        migrations.AddField(
            model_name='document',
            name='address',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='document',
            name='earlier',
            field=models.CharField(blank=True, default='', max_length=200),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='document',
            name='earlier_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='document',
            name='earlier_by',
            field=models.CharField(blank=True, default='', max_length=150),
            preserve_default=False,
        ),
        migrations.RemoveIndex(model_name='document', name='document_times'),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['added_at', 'reread_at', 'earlier_at', 'id'], name='document_times'),
        ),
    ]
